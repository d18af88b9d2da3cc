//! The permissions of definitions that are cut off, wrong or odd: there is always a policy, and never a panic.

use stack_core::language::MachineType;
use stack_core::model::Machine;
use stack_iam::{Derived, OwnMachine, policy};

/// A distributed Map inside another Map inside a Parallel state.
const DEEP: &str = r#"{"StartAt":"p","States":{"p":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"m","States":{"m":{
    "Type":"Map","End":true,"ItemProcessor":{"StartAt":"d","States":{"d":{"Type":"Map","End":true,
        "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},"Parameters":{"Bucket":@0,"Key":"in/*.json"}},
        "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":@0,"Prefix":"out/"}},
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"x","States":{"x":{"Type":"Pass","End":true}}}}}}}}}]}}}"#;

/// The policies of whatever can be read of a text.
fn policies_of(text: &str) -> usize {
    let out = stack_core::finding::Findings::new();
    let root = stack_core::read(text, &[], &out);
    let machine = Machine::new(&root, MachineType::Standard);
    let derived = Derived::new(&machine, &[], &OwnMachine::in_file(None));
    policy(&derived.requirements).documents().len()
}

#[test]
fn no_definition_is_too_odd() {
    for end in 0..DEEP.len() {
        policies_of(&DEEP.replace("@0", "\"b\"")[..end]);
    }
    for odd in [
        r#"{"Resource":7,"Parameters":7}"#,
        r#"{"Resource":"arn:aws:states:::","Parameters":{}}"#,
        r#"{"Resource":"arn:aws:states:::aws-sdk:","Parameters":{}}"#,
        r#"{"Resource":"arn:aws:states:::aws-sdk:s3:getObject","Parameters":{"Bucket":null,"Key":["a"]}}"#,
        r#"{"Resource":"arn:aws:states:::dynamodb:putItem","Parameters":{"TableName.$":"States.Format('{}"}}"#,
        r#"{"Resource":"arn:aws:states:::dynamodb:putItem","Parameters":{"TableName.$":"States.Format('ä{}\\{ö', $.x)"}}"#,
        r#"{"Resource":"arn:aws:states:::events:putEvents","Parameters":{"Entries":{"EventBusName":1}}}"#,
        r#"{"Resource":"arn:aws:states:::events:putEvents","Parameters":{"Entries":[1,null,{}]}}"#,
        r#"{"Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"://"}}"#,
        r#"{"Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"${"}}"#,
        r#"{"Resource":"${","Credentials":"x"}"#,
        r#"{"Resource":"arn:aws:states:::dynamodb:putItem","QueryLanguage":"JSONata","Arguments":{"TableName":"{%%}"}}"#,
        r#"{"Resource":"arn:aws:states:::dynamodb:putItem","QueryLanguage":"JSONata","Arguments":{"TableName":"{%'%}"}}"#,
    ] {
        let state = odd.replacen('{', r#"{"Type":"Task","End":true,"#, 1);
        policies_of(&format!(r#"{{"StartAt":"a","States":{{"a":{state}}}}}"#));
    }
    // The catalogue of faults, where it is there, adds what people get wrong to what is cut off or of a wrong type.
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/asl-rules.json");
    let text = std::fs::read_to_string(path).unwrap_or_else(|_| "[]".to_owned());
    let cases: serde_json::Value = serde_json::from_str(&text).unwrap();
    for case in cases.as_array().unwrap() {
        for half in [&case["invalid"], &case["valid"]] {
            let text = half.as_str().map_or_else(|| half.to_string(), str::to_owned);
            assert!(policies_of(&text) <= 2, "{}", case["id"]);
        }
    }
}
