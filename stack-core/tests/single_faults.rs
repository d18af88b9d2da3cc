//! Faults of single places: a value in a workflow becomes another one. What is found is in `single_faults.txt`, for a
//! reader to judge; together with `faults.rs` every rule is found.

mod checking;

use expect_test::expect_file;
use serde_json::Value;
use stack_core::finding::Findings;
use stack_core::json::{Json, Node};
use stack_core::language::MachineType;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A workflow, the pointer of what is put into it, and that value.
const CASES: &[(&str, &str, &str)] = &[
    ("order-approval", r#"/States/Large?/Output"#, r#""{% $states.inptu %}""#),
    ("order-approval", r#"/States/Large?/Output"#, r#""{% 'total: ' + 1 %}""#),
    ("fleet-health", r#"/States/Vehicles/Assign"#, r#"{"names": "{% $states.result %}", "count": 1}"#),
    ("audit-trail", r#"/States/Note/Parameters/name.$"#, r#""$.names.lenght()""#),
    (
        "order-fulfilment",
        r#"/States/Check stock/Resource"#,
        r#""arn:aws:lambda:eu-central1:111122223333:function:f""#,
    ),
    (
        "order-fulfilment",
        r#"/States/Check stock/Resource"#,
        r#""arn:aws-cn:lambda:cn-north-1:111122223333:function:f""#,
    ),
    ("nightly-import", r#"/States/Given headers/ResultWriter"#, r#"{}"#),
    ("audit-trail", r#"/States/Note/Parameters/name.$"#, r#""$$.Execution.Nmae""#),
    ("audit-trail", r#"/States/Note/Parameters/state.$"#, r#""$$.Map.Item.Value""#),
    ("audit-trail", r#"/States/Count/Assign/of.$"#, r#""$nmae""#),
    ("order-fulfilment", r#"/States/Check stock/Catch/0/ErrorEquals"#, r#"["OutOfStock", "States.ALL"]"#),
    ("order-fulfilment", r#"/States/Load order/Retry/0/ErrorEquals"#, r#"["States.ALL"]"#),
    ("order-fulfilment", r#"/States/Load order/Catch/0/Next"#, r#""Load order""#),
    ("order-fulfilment", r#"/States/Check stock/HeartbeatSeconds"#, r#"30"#),
    ("order-fulfilment", r#"/States/Load order/Retry/1/MaxAttempts"#, r#"0"#),
    ("order-fulfilment", r#"/States/Load order/Assign"#, r#"{"order id": "x"}"#),
    ("order-fulfilment", r#"/States/Give up"#, r#"{"Type": "Fail", "Error": "States.GaveUp"}"#),
    (
        "order-fulfilment",
        r#"/States/Thank/Parameters/Message.$"#,
        r#""States.Format('Order {} {}', $orderId)""#,
    ),
    (
        "order-fulfilment",
        r#"/States/Take the money/Parameters/Payload"#,
        r#"{"task.$": "$$.Task.Token", "token": "{{resolve:secretsmanager:shop:SecretString:token}}"}"#,
    ),
    ("order-fulfilment", r#"/States/Mark as waiting/Parameters/QueueUrl"#, r#""waiting""#),
    ("order-fulfilment", r#"/States/Take the money/Parameters/Payload"#, r#"{"order.$": "$orderId"}"#),
    ("order-fulfilment", r#"/States/Done/Next"#, r#""Thank""#),
    ("order-fulfilment", r#"/States/Reserve/End"#, r#"true"#),
    ("order-fulfilment", r#"/States/Reserve/ResultPath"#, r#""""#),
    ("order-fulfilment", r#"/States/Write the note/ResultSelector"#, r#"{"note.$": "$.Paylaod.note"}"#),
    ("order-fulfilment", r#"/States/Take the money/Retry"#, r#"[{"ErrorEquals": ["Lambda.*"]}]"#),
    (
        "order-fulfilment",
        r#"/States/Take the money/Catch"#,
        r#"[{"ErrorEquals": ["States.Runtime"], "Next": "Done"}]"#,
    ),
    (
        "order-fulfilment",
        r#"/States/Take the money/Catch"#,
        r#"[{"ErrorEquals": ["E"], "Next": "Done"}, {"ErrorEquals": ["E", "F"], "Next": "Done"}]"#,
    ),
    ("order-fulfilment", r#"/States/Check stock/Resource"#, r#""check-stock""#),
    ("order-fulfilment", r#"/States/In stock?/Choices"#, r#"[]"#),
    (
        "order-fulfilment",
        r#"/States/In stock?/Choices/0"#,
        r#"{"Variable": "$.stock.parcels", "Next": "Reserve"}"#,
    ),
    ("order-fulfilment", r#"/States/In stock?/Choices/1/And"#, r#"[]"#),
    ("order-fulfilment", r#"/States/In stock?/Arguments"#, r#"{}"#),
    ("order-fulfilment", r#"/States/Check stock/Arguments"#, r#"{}"#),
    ("order-fulfilment", r#"/States/Check stock/End"#, r#"1"#),
    ("order-fulfilment", r#"/States/Store the receipt/Parameters/Item/paid"#, r#"{"S": "{% true %}"}"#),
    ("order-fulfilment", r#"/TimeoutSeconds"#, r#"0"#),
    ("order-fulfilment", r#"/States/Unused"#, r#"{"Type": "Pass", "End": true}"#),
    (
        "order-fulfilment",
        r#"/States/A name that is longer than the eighty characters that AWS allows for the name of a state"#,
        r#"{"Type": "Succeed"}"#,
    ),
    ("order-fulfilment", r#"/States/Reserve/Parameters/UpdateExpression"#, r#""SET status = :one""#),
    ("parcel-sorting", r#"/States/Gate/Choices/10/StringMatches"#, r#""DE-\\x""#),
    ("parcel-sorting", r#"/States/Sorted"#, r#"{"Type": "Pass", "Next": "Gate"}"#),
    ("parcel-sorting", r#"/States/Sorted"#, r#"{"Type": "Pass", "Next": "Sorted"}"#),
    ("permit-office", r#"/States/New rules/Timestamp"#, r#""2001-01-01T00:00:00Z""#),
    ("permit-office", r#"/States/Valid?/Choices/0/Next"#, r#""Valid?""#),
    ("nightly-import", r#"/States/Import/Label"#, r#""a label with a slash / and a star *""#),
    ("nightly-import", r#"/States/Given headers/Label"#, r#""Import""#),
    (
        "nightly-import",
        r#"/States/Given headers/ItemReader/ReaderConfig/CSVHeaders"#,
        r#"["id", "id", "city"]"#,
    ),
    (
        "nightly-import",
        r#"/States/Given headers/ItemReader/ReaderConfig/CSVHeaderLocation"#,
        r#""FIRST_ROW""#,
    ),
    ("nightly-import", r#"/States/Given headers/ItemReader/Resource"#, r#""arn:aws:states:::s3:headObject""#),
    ("nightly-import", r#"/States/Import/ItemProcessor/ProcessorConfig"#, r#"{"Mode": "INLINE"}"#),
    ("nightly-import", r#"/States/Old files/ItemProcessor/ProcessorConfig"#, r#"{"Mode": "DISTRIBUTED"}"#),
    (
        "nightly-import",
        r#"/States/Import/ItemProcessor/States/Store"#,
        r#"{"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d"}, "End": true}"#,
    ),
    (
        "tour-planning",
        r#"/States/Depots/ItemProcessor/States/Trucks and drivers/Branches/1/States/Drivers/Next"#,
        r#""Planned""#,
    ),
    (
        "tour-planning",
        r#"/States/Depots/ItemProcessor/States/Planned"#,
        r#"{"Type": "Pass", "Next": "Planned"}"#,
    ),
    ("tour-planning", r#"/States/Alternatives/Branches"#, r#"[]"#),
    ("tour-planning", r#"/States/Alternatives/Branches/0/States/Depots"#, r#"{"Type": "Succeed"}"#),
    ("fleet-health", r#"/States/Vehicles/Items"#, r#""{% 'all' %}""#),
    ("fleet-health", r#"/States/Vehicles/ItemProcessor/States/Ask/TimeoutSeconds"#, r#""{% true %}""#),
    ("fleet-health", r#"/States/Book/Arguments"#, r#"{"names": "all: {% $names %}"}"#),
    ("fleet-health", r#"/States/Book/Output"#, r#""{% $count($states.input, 2) %}""#),
    ("fleet-health", r#"/States/Book/Output"#, r#""{% $states.errorOutput %}""#),
    ("fleet-health", r#"/States/Vehicles/ItemProcessor/States/Ask/Assign"#, r#"{"names": 1}"#),
    ("fleet-health", r#"/States/Book/ResultPath"#, r#""$.x""#),
    ("order-approval", r#"/States/Large?/Choices/0/Condition"#, r#""{% false %}""#),
    ("order-approval", r#"/States/Large?/Choices/0/Condition"#, r#""{% true %}""#),
    ("order-approval", r#"/States/Large?/Choices/0/Condition"#, r#""{% 'yes' %}""#),
    ("order-approval", r#"/States/Large?/Choices/1/Assign"#, r#"{}"#),
    ("order-approval", r#"/States/Large?/Default"#, r#""Book""#),
    ("order-approval", r#"/States/Price/QueryLanguage"#, r#""JSONPath""#),
    ("text-mill", r#"/States/Words/Parameters/parts.$"#, r#""States.StringSplit($.last)""#),
    ("text-mill", r#"/States/Words/Parameters/id.$"#, r#""States.UUID""#),
    ("text-mill", r#"/States/Numbers/Parameters/next.$"#, r#""States.MathAdd($.number, 'one')""#),
    ("text-mill", r#"/States/Lists/Parameters/open.$"#, r#""$.answers[?(@.state = 'open')]""#),
    ("settlements", r#"/States/Check/Parameters/StateMachineArn"#, r#""check""#),
    (
        "partner-orders",
        r#"/States/Stock/Parameters/ApiEndpoint"#,
        r#""https://abc123.execute-api.eu-central-1.amazonaws.com""#,
    ),
    ("video", r#"/States/A moment/Next"#, r#""A moment""#),
    ("model-training", r#"/States/Label/Parameters/RoleArn"#, r#""sagemaker""#),
    (
        "nightly-import",
        "/States/Given headers/ItemReader/ReaderConfig",
        r#"{"InputType": "CSV", "CSVHeaderLocation": "GIVEN"}"#,
    ),
    ("tour-planning", "/States/Alternatives/Branches/0/States/Cheap", r#"{"Type": "Pass", "Next": "Cheap"}"#),
    (
        "order-fulfilment",
        "/States/In stock?/Choices/1/And",
        r#"[{"Variable": "$.a", "NumericEquals": 1}, {"Variable": "$.a", "IsPresent": true}]"#,
    ),
    (
        "order-fulfilment",
        "/States/In stock?",
        r#"{"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "Reserve"}]}"#,
    ),
    ("assistant", "/States/Learn?/Default", r#""Learn""#),
    ("order-fulfilment", "/States/Done/End", "true"),
    ("fleet-health", "/States/Numbers/ItemProcessor/States/Number/Assign", r#"{"names": 1}"#),
    (
        "order-fulfilment",
        "/States/Reserve/Catch",
        r#"[{"ErrorEquals": ["Lambda.TooManyRequestsException"], "Next": "Done"}]"#,
    ),
    (
        "order-fulfilment",
        "/States/Reserve/Catch",
        r#"[{"ErrorEquals": ["DynamoDB.ConditionalChekFailedException"], "Next": "Done"}]"#,
    ),
    ("order-fulfilment", "/States/Thank/Parameters/MessageAttributes", r#""none""#),
    (
        "partner-orders",
        "/States/Fetch/Parameters",
        r#"{"ApiEndpoint": "https://api.example.com", "Method": "GET"}"#,
    ),
    ("settlements", "/States/Settled", r#"{"Type": "Pass"}"#),
    ("settlements", "/States/Check/End", "false"),
    (
        "settlements",
        "/States/Approve",
        r#"{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "https://sqs.eu-central-1.amazonaws.com/111122223333/q", "MessageBody.$": "$$.Task.Token"}, "Next": "Archive"}"#,
    ),
];

/// Rules about the text and its size, about what is allowed where and what only a macro finds, and those that `faults.rs` finds at every place.
const ELSEWHERE: &[&str] = &[
    "conflicting-fields",
    "duplicate-key",
    "json-syntax",
    "malformed-expression",
    "malformed-path",
    "malformed-timestamp",
    "missing-field",
    "missing-parameter",
    "misspelt-reserved-error",
    "not-a-definition",
    "not-a-path",
    "not-a-reference-path",
    "not-silenceable",
    "out-of-range",
    "payload-too-large",
    "probably-refused",
    "too-deep",
    "too-large",
    "unclosed-expression",
    "unfilled-placeholder",
    "unknown-field",
    "unknown-function",
    "unknown-integration",
    "unknown-intrinsic",
    "unknown-parameter",
    "unknown-placeholder",
    "unknown-reserved-error",
    "unknown-rule",
    "unknown-state-type",
    "unknown-target",
    "unknown-word",
    "unsupported-pattern",
];

/// The definition with the value at the pointer; a member that is not there is added.
fn with(definition: &Value, pointer: &str, value: &str) -> Value {
    let mut changed = definition.clone();
    let (holder, key) = pointer.rsplit_once('/').expect("a pointer");
    let value = serde_json::from_str(value).expect("a value");
    match changed.pointer_mut(holder).unwrap_or_else(|| panic!("no {holder}")) {
        Value::Object(members) => drop(members.insert(key.to_owned(), value)),
        Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("nothing can be changed in {holder}"),
    }
    changed
}

/// The pointers of all places of a text.
fn places(node: &Node<'_>, at: &str, found: &mut BTreeMap<u32, String>) {
    match &node.json {
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| places(item, &format!("{at}/{i}"), found));
        }
        Json::Object(members) => {
            for member in members {
                let at = format!("{at}/{}", member.key.value);
                found.insert(member.key.site.0, at.clone());
                places(&member.value, &at, found);
            }
        }
        _ => {}
    }
    found.insert(node.site.0, at.to_owned());
}

#[test]
fn faults_of_single_places_are_found() {
    let workflows: BTreeMap<String, Value> = checking::own_workflows()
        .into_iter()
        .map(|(name, text)| (name.replace(".asl.json", ""), serde_json::from_str(&text).unwrap()))
        .collect();
    let (mut text, mut rules) = (String::new(), BTreeSet::new());
    for (file, pointer, value) in CASES {
        let _ = writeln!(text, "{file} {pointer}: {value}");
        let changed = serde_json::to_string_pretty(&with(&workflows[*file], pointer, value)).unwrap();
        let mut sites = BTreeMap::new();
        places(&checking::read(&changed, &Findings::new()), "", &mut sites);
        for kind in [MachineType::Standard, MachineType::Express] {
            for finding in checking::findings(&changed, kind) {
                // What an Express machine cannot have at all says nothing about the fault.
                if kind == MachineType::Express && !finding.rule.id.contains("express") {
                    continue;
                }
                let place = sites.get(&finding.site.0).map_or("nowhere", String::as_str);
                rules.insert(finding.rule.id);
                if kind == MachineType::Standard {
                    let _ = writeln!(text, "    {} at {place}: {}", finding.rule.id, finding.message);
                }
            }
        }
    }
    expect_file!["single_faults.txt"].assert_eq(&text);
    let known = stack_core::rules::ALL.iter().map(|rule| rule.id);
    let missed: Vec<_> = known.filter(|id| !rules.contains(id) && !ELSEWHERE.contains(id)).collect();
    assert!(missed.is_empty(), "no case shows {missed:?}");
}
