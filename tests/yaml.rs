//! Machines in YAML files, in a crate that turns the feature on: they are what their twins in JSON are, references
//! and all, and a fault has the file's line and column.

const DEFINITION: &str = "\
# The shipment waits for the money.
StartAt: bill
States:
  bill:
    Type: Task
    Resource: $ResourceParam('billCustomer', 'arn')
    Parameters: {amount.$: $.amount, factor: 1.50, text: \"caf\\u00e9\"}
    Retry: &patient
      - ErrorEquals: [States.ALL]
        MaxAttempts: 2
    Next: ship it
  ship it: {Type: Task, Resource: \"$Param('billCustomer', 'LambdaFunction::Arn')\", Retry: *patient, Next: done}
  done:
    Type: Pass
    Result: |
      two
      lines
    End: true
";

const TWIN: &str = r##"r#"{
    "StartAt": "bill",
    "States": {
        "bill": {
            "Type": "Task",
            "Resource": "$ResourceParam('billCustomer', 'arn')",
            "Parameters": { "amount.$": "$.amount", "factor": 1.50, "text": "café" },
            "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 2 }],
            "Next": "ship it"
        },
        "ship it": {
            "Type": "Task",
            "Resource": "$Param('billCustomer', 'LambdaFunction::Arn')",
            "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 2 }],
            "Next": "done"
        },
        "done": { "Type": "Pass", "Result": "two\nlines\n", "End": true }
    }
}"#"##;

/// The program's output, or what the compiler says.
fn run(name: &str, definition: &str) -> Result<String, String> {
    let source = format!(
        "#![deny(warnings)]
use stack::prelude::*;
use stack::Machine;

#[derive(Stack)]
struct Shop {{
    #[resource(entryfile_path = \"bill.ts\")]
    bill_customer: Function,
    from_yaml: StateMachine<FromYaml>,
    from_json: StateMachine<FromJson>,
}}

state_machine! {{ FromYaml in Shop = \"order.asl.yaml\" }}
state_machine! {{ FromJson in Shop = {TWIN} }}

fn main() -> stack::Result {{
    assert_eq!(FromYaml::DEFINITION.text, FromJson::DEFINITION.text);
    Shop::run()
}}
"
    );
    let dependencies = format!(
        "stack = {{ package = \"stack-aws\", path = {:?}, features = [\"yaml\"] }}",
        stack_tests::root()
    );
    let files = [
        ("order.asl.yaml".into(), definition),
        ("bill.ts".into(), "export const handler = async () => ({});\n"),
    ];
    stack_tests::try_crate(env!("CARGO_TARGET_TMPDIR"), name, &dependencies, &files, &source)
}

#[test]
fn a_machine_in_yaml_is_its_twin_in_json() {
    let printed = run("yaml-twins", DEFINITION).unwrap_or_else(|errors| panic!("{errors}"));
    let template: serde_json::Value = serde_json::from_str(&printed).expect("a template");
    let definition = |id: &str| &template["Resources"][id]["Properties"]["Definition"];
    assert_eq!(definition("FromYamlStateMachine"), definition("FromJsonStateMachine"));
    assert_eq!(definition("FromYamlStateMachine")["States"]["done"]["Result"], "two\nlines\n");
}

#[test]
fn a_fault_has_the_line_and_column_of_the_file() {
    let errors =
        run("yaml-faults", &DEFINITION.replace("Next: ship it", "Next: shipit")).expect_err("a fault");
    let expected = "\
error: order.asl.yaml:11:11: [unknown-target] `bill` goes to `shipit`, which is not a state of this machine
       help: did you mean `ship it`?
       help: the states here are `bill`, `ship it`, `done`
           Next: shipit
                 ^^^^^^
  --> src/main.rs:13:37
   |
13 | state_machine! { FromYaml in Shop = \"order.asl.yaml\" }
";
    assert!(errors.contains(expected), "{errors}");
    assert_eq!(errors.matches("\nerror").count(), 1, "{errors}");
}
