//! Definitions on their way into the template, and the permissions that are read off them.

mod support;

use stack_cloudformation::into_json::IntoJson;
use stack_cloudformation::kinds::{FunctionReferences, StateMachine, StateMachineReferences};
use stack_cloudformation::machine::{Definition, Hole, Machine, MachineType};
use stack_cloudformation::param::{Attribute, FunctionArn, Param};
use stack_cloudformation::stack::Stack;
use stack_cloudformation::template::Template;
use stack_core::json::Node;

const BILL: FunctionReferences = FunctionReferences::of("bill");

/// The value at a path of a template.
fn at(template: &Template, path: &str) -> serde_json::Value {
    let value: serde_json::Value = serde_json::from_str(&template.to_json()).unwrap();
    value.pointer(path).unwrap_or_else(|| panic!("no {path} in {}", template.to_json())).clone()
}

/// The statements of the machine `m`.
fn statements(template: &Template) -> String {
    at(template, "/Resources/MRole/Properties/Policies/0/PolicyDocument/Statement").to_string()
}

/// The template of a stack with the machine `m` and a function `bill`.
macro_rules! template {
    ($type:ident $text:literal $($hole:expr),*; $new:ident => $properties:expr) => {{
        machine! { M $type $text $($hole),* }
        stack! { One {
            bill: stack_cloudformation::kinds::Function = |new| new.entryfile_path("bill.ts"),
            m: StateMachine<M> = |$new| $properties,
        }}
        One::template()
    }};
    ($type:ident $text:literal $($hole:expr),*) => { template!($type $text $($hole),*; new => new) };
}

/// Tests of one machine's statements each.
macro_rules! tasks {
    ($($test:ident: $text:literal [$($hole:expr),*] => $statements:literal;)*) => {$(
        #[test]
        fn $test() {
            let template = template!(Standard $text $($hole),*).unwrap();
            assert_eq!(statements(&template), $statements);
        }
    )*};
}

tasks! {
    a_function_is_that_function_in_no_other_version:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"End":true}}}"# [Hole::param(BILL.arn)] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":[{"Fn::GetAtt":["BillFunction","Arn"]}]}]"#;
    a_function_by_name_is_that_function:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":@0,"Payload":{"t.$":"$$.Task.Token"}},"End":true}}}"# [Hole::param(BILL.lambda_function.name)] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":[{"Fn::GetAtt":["BillFunction","Arn"]}]}]"#;
    a_qualifier_is_a_resource_of_its_own:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":@0,"Qualifier.$":"$.version"},"End":true}}}"# [Hole::param(BILL.arn)] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":[{"Fn::GetAtt":["BillFunction","Arn"]},{"Fn::Sub":"${BillFunction.Arn}:*"}]}]"#;
    a_literal_arn_with_an_alias_is_that_alias:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:f:live","End":true}}}"# [] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":["arn:aws:lambda:eu-west-1:111122223333:function:f:live"]}]"#;
    tasks_in_branches_and_maps_count:
        r#"{"StartAt":"p","States":{"p":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"m","States":{"m":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:f:1","End":true}}}}}}]}}}"# [] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":["arn:aws:lambda:eu-west-1:111122223333:function:f:1"]}]"#;
    with_credentials_the_role_takes_another:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Credentials":{"RoleArn":"arn:aws:iam::111122223333:role/r"},"End":true}}}"# [Hole::param(BILL.arn)] =>
        r#"[{"Action":["sts:AssumeRole"],"Effect":"Allow","Resource":["arn:aws:iam::111122223333:role/r"]}]"#;
    jsonata_has_arguments:
        r#"{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Arguments":{"FunctionName":"f:1"},"End":true}}}"# [Hole::Integration("lambda:invoke")] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":[{"Fn::Sub":"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:f:1"}]}]"#;
    a_job_that_is_not_waited_for_needs_no_more:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"JobName":"j","JobDefinition":"d:1","JobQueue":"arn:aws:batch:eu-west-1:111122223333:job-queue/q"},"End":true}}}"# [Hole::Integration("batch:submitJob")] =>
        r#"[{"Action":["batch:SubmitJob"],"Effect":"Allow","Resource":["arn:aws:batch:eu-west-1:111122223333:job-queue/q",{"Fn::Sub":"arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:job-definition/d:1"}]}]"#;
    the_ref_of_a_users_own_kind_may_be_the_arn:
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"End":true}}}"# [Hole::param(Param::<FunctionArn>::new("bill", "alias", "Function", Attribute::Ref))] =>
        r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":[{"Ref":"BillFunction"}]}]"#;
}

#[test]
fn what_is_known_at_run_time_only_is_all_of_its_kind_and_a_note() {
    for template in [
        template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"FunctionName.$":"$.f"},"End":true}}}"# Hole::Integration("lambda:invoke")),
        template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"End":true}}}"# Hole::Integration("lambda:invoke")),
        template!(Standard r#"{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Arguments":{"FunctionName":"{% $f %}"},"End":true}}}"# Hole::Integration("lambda:invoke")),
        template!(Standard r#"{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Arguments":"{% $states.input %}","End":true}}}"# Hole::Integration("lambda:invoke")),
    ] {
        let template = template.unwrap();
        assert_eq!(
            statements(&template),
            r#"[{"Action":["lambda:InvokeFunction"],"Effect":"Allow","Resource":[{"Fn::Sub":"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:*"}]}]"#
        );
        assert_eq!(
            template.notes(),
            [
                "`m`: the state `a` computes its `FunctionName`, so the role may lambda:InvokeFunction on `arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:*`: say which with `grants = [(\"lambda:InvokeFunction\", ..)]`"
            ]
        );
    }
}

#[test]
fn an_integration_without_a_table_is_a_note_unless_there_are_statements() {
    let text = "`m`: the permissions for `newer:call` in the state `a` are not known: add them with `iam_role_statements`";
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{},"End":true}}}"# Hole::Integration("newer:call"));
    assert_eq!(template.unwrap().notes(), [text]);
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{},"End":true}}}"# Hole::Integration("newer:call");
        new => new.iam_role_statements(&[("newer:Call", stack_cloudformation::value::Value::Text("*"))]));
    assert!(template.unwrap().notes().is_empty());
}

#[test]
fn what_a_call_may_need_besides_is_a_note_until_statements_have_it() {
    let text = "`m`: the state `a` calls `rds:createDBCluster`, which may also need `rds:CreateDBInstance`, `secretsmanager:CreateSecret`, `secretsmanager:TagResource`: no parameter says on what: add what it needs with `iam_role_statements`";
    assert_eq!(template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"DbClusterIdentifier":"c","Engine":"aurora"},"End":true}}}"# Hole::Integration("aws-sdk:rds:createDBCluster")).unwrap().notes(), [text]);
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"DbClusterIdentifier":"c","Engine":"aurora"},"End":true}}}"# Hole::Integration("aws-sdk:rds:createDBCluster");
        new => new.iam_role_statements(&[("rds:CreateDB*", stack_cloudformation::value::Value::Text("*")), ("secretsmanager:*", stack_cloudformation::value::Value::Text("*"))]));
    assert!(template.unwrap().notes().is_empty());
}

#[test]
fn a_statement_with_an_action_that_there_is_not_is_an_error() {
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"#;
        new => new.iam_role_statements(&[("s3:ListObjectsV2", stack_cloudformation::value::Value::Text("*"))]));
    assert_eq!(
        template.unwrap_err().to_string(),
        "`m`: `iam_role_statements`: IAM has no action `s3:ListObjectsV2`: did you mean `s3:ListBucket`?"
    );
}

#[test]
fn an_expression_is_evaluated_once_and_keeps_its_digits() {
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Wait","Seconds":@0,"End":true}}}"# Hole::expression(|| 30.into_json(), "src/shop.rs", 7));
    assert_eq!(at(&template.unwrap(), "/Resources/MStateMachine/Properties/Definition/States/a/Seconds"), 30);
}

#[test]
fn an_expression_that_breaks_the_definition_is_an_error_at_its_place() {
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Wait","Seconds":@0,"End":true}}}"# Hole::expression(|| "soon".into_json(), "src/shop.rs", 7));
    let error = template.unwrap_err().to_string();
    assert!(error.starts_with("src/shop.rs:7: [wrong-type] "), "{error}");
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:f","End":true,"Retry":@0}}}"#
        Hole::expression(|| Node::array([Node::object([("MaxAttempts", Node::from(1))])]), "src/shop.rs", 9));
    let error = template.unwrap_err().to_string();
    assert!(error.starts_with("src/shop.rs:9: [missing-field] "), "{error}");
}

#[test]
fn what_is_allowed_stays_allowed_when_a_definition_is_checked_again() {
    macro_rules! filled {
        ($allows:expr) => {{
            struct M;
            impl Machine for M {
                const NAME: &'static str = "M";
                const TYPE: MachineType = MachineType::Standard;
                const DEFINITION: Definition = Definition {
                    text: r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":null,"End":true}}}"#,
                    places: "53:0",
                    holes: &[Hole::expression(
                        || "{{resolve:secretsmanager:x}}".into_json(),
                        "src/shop.rs",
                        7,
                    )],
                };
                const USES: &'static [stack_cloudformation::uses::Use] = &[];
                const ALLOWS: &'static [(&'static str, &'static str)] = $allows;
            }
            stack! { One { m: StateMachine<M> = |new| new, }}
            One::template().map(|_| ()).map_err(|error| error.to_string())
        }};
    }
    assert!(filled!(&[]).unwrap_err().starts_with("src/shop.rs:7: [exposed-secret] "));
    assert!(filled!(&[("exposed-secret", "b")]).is_err());
    assert!(filled!(&[("unreachable-state", "")]).is_err());
    assert_eq!(filled!(&[("exposed-secret", "a")]), Ok(()));
    assert_eq!(filled!(&[("exposed-secret", "")]), Ok(()));
}

/// What is said of a machine whose table of holes does not fit its text.
macro_rules! misfit {
    ($places:expr) => {{
        struct M;
        impl Machine for M {
            const NAME: &'static str = "M";
            const TYPE: MachineType = MachineType::Standard;
            const DEFINITION: Definition = Definition {
                text: r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":null,"End":true}}}"#,
                places: $places,
                holes: &[Hole::param(BILL.arn)],
            };
            const USES: &'static [stack_cloudformation::uses::Use] = &[];
        }
        stack! { One {
            bill: stack_cloudformation::kinds::Function = |new| new.entryfile_path("bill.ts"),
            m: StateMachine<M> = |new| new,
        }}
        One::template().map(|_| ()).map_err(|error| error.to_string())
    }};
}

#[test]
fn a_table_of_holes_that_does_not_fit_its_text_is_an_error() {
    assert_eq!(misfit!("53:0"), Ok(()));
    let error = |text: &str| Err(format!("`m`: the definition of `M`: {text}"));
    for (misfit, at) in
        [(misfit!("52:0"), 52), (misfit!("1:0"), 1), (misfit!("53:0 53:0"), 53), (misfit!("9999:0"), 9999)]
    {
        assert_eq!(misfit, error(&format!("[json-syntax] nothing that a hole can fill stands at byte {at}")));
    }
    assert_eq!(misfit!("53:1"), error("there is no hole `53:1`"));
    assert_eq!(misfit!("53"), error("there is no hole `53`"));
    assert_eq!(misfit!("x:0"), error("there is no hole `x:0`"));
}

#[test]
fn what_cloudformation_would_take_for_an_intrinsic_is_a_string() {
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":{"Ref":"x"},"End":true}}}"#);
    assert_eq!(
        at(&template.unwrap(), "/Resources/MStateMachine/Properties/DefinitionString"),
        r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":{"Ref":"x"},"End":true}}}"#
    );
}

#[test]
fn a_number_that_cloudformation_would_round_makes_a_string() {
    for number in ["12345678901234567890", "1e3"] {
        let template = match number {
            "1e3" => {
                template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":1e3,"End":true}}}"#)
            }
            _ => {
                template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":12345678901234567890,"End":true}}}"#)
            }
        };
        let text = at(&template.unwrap(), "/Resources/MStateMachine/Properties/DefinitionString");
        assert!(text.as_str().unwrap().contains(&format!(r#""Result":{number},"#)), "{text}");
    }
}

#[test]
fn a_dollar_brace_in_a_string_definition_is_escaped() {
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":{"s":"${HOME}","n":null,"f":@0},"End":true}}}"# Hole::param(BILL.arn));
    assert_eq!(
        at(&template.unwrap(), "/Resources/MStateMachine/Properties/DefinitionString").to_string(),
        r#"{"Fn::Sub":["{\"StartAt\":\"a\",\"States\":{\"a\":{\"Type\":\"Pass\",\"Result\":{\"s\":\"${!HOME}\",\"n\":null,\"f\":\"${r0}\"},\"End\":true}}}",{"r0":{"Fn::GetAtt":["BillFunction","Arn"]}}]}"#
    );
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":{"s":"${HOME}","n":null},"End":true}}}"#);
    assert_eq!(
        at(&template.unwrap(), "/Resources/MStateMachine/Properties/DefinitionString").to_string(),
        r#"{"Fn::Sub":"{\"StartAt\":\"a\",\"States\":{\"a\":{\"Type\":\"Pass\",\"Result\":{\"s\":\"${!HOME}\",\"n\":null},\"End\":true}}}"}"#
    );
}

#[test]
fn a_machine_tells_its_definition() {
    let template = template!(Express r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"FunctionName":@1},"End":true}}}"# Hole::Integration("lambda:invoke"), Hole::param(BILL.name));
    let template = template.unwrap();
    let [machine] = template.machines() else { panic!("{:?}", template.machines()) };
    assert_eq!((machine.resource, machine.machine, &*machine.logical_id), ("m", "M", "MStateMachine"));
    let text =
        machine.text("aws-cn", &|reference| format!("<{} {}>", reference.logical_id, reference.param.name));
    assert_eq!(
        text.replace(['\n', ' '], ""),
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws-cn:states:::lambda:invoke","Parameters":{"FunctionName":"<BillFunctionname>"},"End":true}}}"#
    );
}

#[test]
fn a_job_goes_to_a_queue_that_can_run_it() {
    use stack_cloudformation::kinds::{BatchJob, BatchJobReferences};
    use stack_cloudformation::shared::SharedReferences;
    const SHARED: SharedReferences = SharedReferences::of("shared");
    macro_rules! submitted {
        (|$new:ident| $properties:expr, $queue:ident) => {{
            machine! { M Standard
                r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"JobName":"j","JobDefinition":@1,"JobQueue":@2},"End":true}}}"#
                Hole::Integration("batch:submitJob"),
                Hole::param(BatchJobReferences::of("job").job_definition_arn),
                Hole::param(SHARED.$queue.arn)
            }
            stack! { Jobs { job: BatchJob = |$new| $properties.image("busybox"), m: StateMachine<M> = |new| new, } }
            Jobs::template().map(|_| ()).map_err(|error| error.to_string())
        }};
    }
    submitted!(|new| new.platform("fargate"), batch_fargate_spot_job_queue).unwrap();
    submitted!(|new| new.gpu(1), batch_spot_gpu_job_queue).unwrap();
    submitted!(|new| new.cpu(1), batch_on_demand_gpu_job_queue).unwrap();
    assert_eq!(
        submitted!(|new| new.platform("fargate"), batch_spot_job_queue).unwrap_err(),
        "`m`: the state `a` submits `job`, which runs on Fargate, to `shared.batch_spot_job_queue`, which runs jobs on EC2 instances: use `shared.batch_fargate_spot_job_queue.arn`"
    );
    assert_eq!(
        submitted!(|new| new.cpu(1), batch_fargate_job_queue).unwrap_err(),
        "`m`: the state `a` submits `job`, which runs on EC2 instances, to `shared.batch_fargate_job_queue`, which runs jobs on Fargate: use `shared.batch_on_demand_job_queue.arn`"
    );
    assert_eq!(
        submitted!(|new| new.gpu(2), batch_on_demand_job_queue).unwrap_err(),
        "`m`: the state `a` submits `job`, which needs GPUs, to `shared.batch_on_demand_job_queue`, which has none: use `shared.batch_on_demand_gpu_job_queue.arn`"
    );
}

#[test]
fn a_machine_that_is_waited_for_can_be() {
    macro_rules! waited {
        ($type:ident $integration:literal) => {{
            machine! { Child $type r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }
            machine! { M Standard
                r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"StateMachineArn":@1},"End":true}}}"#
                Hole::Integration($integration),
                Hole::param(StateMachineReferences::of("child").arn)
            }
            stack! { Nested { m: StateMachine<M> = |new| new, child: StateMachine<Child> = |new| new, } }
            Nested::template().map(|_| ()).map_err(|error| error.to_string())
        }};
    }
    waited!(Standard "states:startExecution.sync:2").unwrap();
    waited!(Express "states:startExecution").unwrap();
    waited!(Express "aws-sdk:sfn:startSyncExecution").unwrap();
    assert_eq!(
        waited!(Express "states:startExecution.sync").unwrap_err(),
        "`m`: the state `a` waits for `child` with `states:startExecution.sync`: `aws-sdk:sfn:startSyncExecution` waits for an Express machine"
    );
    assert_eq!(
        waited!(Standard "aws-sdk:sfn:startSyncExecution").unwrap_err(),
        "`m`: the state `a` waits for `child` with `aws-sdk:sfn:startSyncExecution`: `states:startExecution.sync:2` waits for a Standard machine"
    );
}

/// On the way through text, `serde_json` would stop at 128 levels, which a definition may have.
#[cfg(feature = "serde_json")]
#[test]
fn a_template_is_a_value_of_serde_json() {
    let template = template!(Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":@0,"End":true}}}"#
        Hole::expression(|| (0..120).fold(Node::from(1), |inner, _| Node::array([inner])), "src/shop.rs", 1));
    let mut value = &template.unwrap().to_value()["Resources"]["MStateMachine"]["Properties"]["Definition"]["States"]
        ["a"]["Result"];
    for _ in 0..120 {
        value = &value[0];
    }
    assert_eq!(value, 1);
}
