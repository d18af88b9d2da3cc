//! Large definitions take time in proportion to their size.

mod checking;

use stack_core::language::MachineType;
use std::time::{Duration, Instant};

/// Generous for a debug build on a busy machine; a quadratic walk would take minutes.
const BOUND: Duration = Duration::from_secs(60);

fn check(text: &str) -> usize {
    let start = Instant::now();
    let mut findings = checking::findings(text, MachineType::Standard);
    let took = start.elapsed();
    // That they are too large is no news.
    findings.retain(|finding| !finding.rule.id.ends_with("-too-large"));
    let findings = findings.len();
    println!("{} bytes, {findings} findings: {took:?}", text.len());
    assert!(took < BOUND, "{took:?}");
    findings
}

fn chain(length: usize, state: impl Fn(usize) -> String) -> String {
    let states: Vec<String> = (0..length).map(|i| format!(r#""s{i}": {}"#, state(i))).collect();
    format!(
        r#"{{ "StartAt": "s0", "States": {{ {}, "s{length}": {{ "Type": "Succeed" }} }} }}"#,
        states.join(",")
    )
}

#[test]
fn ten_thousand_states() {
    let next = |i| format!(r#"{{ "Type": "Wait", "Seconds": 1, "InputPath": "$.a", "Next": "s{}" }}"#, i + 1);
    assert_eq!(check(&chain(10_000, next)), 0);
}

#[test]
fn ten_thousand_containers() {
    let map = |i| {
        let inner = format!(r#"{{ "StartAt": "i{i}", "States": {{ "i{i}": {{ "Type": "Succeed" }} }} }}"#);
        format!(r#"{{ "Type": "Map", "ItemProcessor": {inner}, "Next": "s{}" }}"#, i + 1)
    };
    assert_eq!(check(&chain(10_000, map)), 0);
}

#[test]
fn thousands_of_variables() {
    let task = |i: usize| {
        let read = if i > 0 { format!(r#""x.$": "$v{}""#, i - 1) } else { String::new() };
        let catch = format!(r#"[{{ "ErrorEquals": ["E"], "Assign": {{ "e": 1 }}, "Next": "s{}" }}]"#, i / 2);
        format!(
            r#"{{ "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
            "Parameters": {{ {read} }}, "Assign": {{ "v{i}": 1 }}, "Catch": {catch}, "Next": "s{}" }}"#,
            i + 1
        )
    };
    assert_eq!(check(&chain(4_000, task)), 0);
}

#[test]
fn ten_thousand_faults_of_each_kind() {
    let dangling = |i| format!(r#"{{ "Type": "Pass", "Next": "t{i}" }}"#);
    assert_eq!(check(&chain(10_000, dangling)), 10_000);
    let lost = |_| r#"{ "Type": "Succeed" }"#.to_owned();
    assert_eq!(check(&chain(10_000, lost)), 10_000);
    let backwards = |i: usize| format!(r#"{{ "Type": "Pass", "Next": "s{}" }}"#, i.saturating_sub(1));
    // A cycle of one, and two heads of what is never reached.
    assert_eq!(check(&chain(10_000, backwards)), 3);
    let unknown = |i| format!(r#"{{ "Type": "Pass", "Nextt": 1, "Foo": 2, "Next": "s{}" }}"#, i + 1);
    assert_eq!(check(&chain(10_000, unknown)), 20_000);
}

#[test]
fn thousands_of_parameters() {
    let members = |i: usize| format!(r#""Prameter{i}": 1, "QueueUrl{i}": {{}}"#);
    let members: Vec<String> = (0..10_000).map(members).collect();
    let task = |i| {
        format!(
            r#"{{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {{ {} }}, "Next": "s{}" }}"#,
            members.join(","),
            i + 1
        )
    };
    // What is required is missing, but for what a name was taken for.
    assert_eq!(check(&chain(1, task)), 20_001);
}

#[test]
fn a_megabyte_of_nesting() {
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    let list = vec![deep; 5_000].join(",");
    let text = format!(
        r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Pass", "Result": [{list}], "End": true }} }} }}"#
    );
    assert!(text.len() > 1_000_000);
    assert_eq!(check(&text), 0);
    let string = "\\n".repeat(500_000);
    assert_eq!(
        check(&format!(
            r#"{{ "Comment": "{string}", "StartAt": "a", "States": {{ "a": {{ "Type": "Succeed" }} }} }}"#
        )),
        0
    );
    // Too deep, and no object.
    assert_eq!(check(&"[".repeat(1_000_000)), 2);
}

/// A definition of one JSONata state, whose output is that expression.
fn expression(text: &str) -> String {
    let assign = r#"{ "Type": "Pass", "QueryLanguage": "JSONata", "Assign": { "a": 1 }, "Next": "b" }"#;
    let state = format!(
        r#"{{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{{% {text} %}}", "End": true }}"#
    );
    format!(r#"{{ "StartAt": "a", "States": {{ "a": {assign}, "b": {state} }} }}"#)
}

fn concatenation(length: usize, between: &str, part: impl Fn(usize) -> String) -> String {
    (0..length).map(part).collect::<Vec<_>>().join(between)
}

#[test]
fn a_fault_in_every_word_of_a_long_string() {
    let unknown = concatenation(40_000, "+", |i| format!("x{i}"));
    assert_eq!(check(&expression(&unknown)), 40_000);
    let called = concatenation(20_000, "+", |i| format!("$x{i}()"));
    assert_eq!(check(&expression(&called)), 20_000);
    let read = concatenation(300_000, "+", |_| "$a".to_owned());
    assert_eq!(check(&expression(&read)), 0);
    let intrinsics = concatenation(20_000, ",", |i| format!("States.X{i}()"));
    let pass = |i| {
        format!(
            r#"{{ "Type": "Pass", "Parameters": {{ "a.$": "States.Array({intrinsics})" }}, "Next": "s{}" }}"#,
            i + 1
        )
    };
    assert_eq!(check(&chain(1, pass)), 20_000);
}

#[test]
fn thousands_of_errors_that_cannot_happen() {
    let names = concatenation(20_000, ",", |i| format!(r#""States.X{i}", "States.HeartbeatTimeout""#));
    let inner = chain(20_000, |i| format!(r#"{{ "Type": "Fail", "Error": "States.Y{i}" }}"#));
    let parallel = |i| {
        format!(
            r#"{{ "Type": "Parallel", "Retry": [{{ "ErrorEquals": [{names}] }}], "Branches": [{inner}], "Next": "t{i}" }}"#
        )
    };
    assert!(check(&chain(1, parallel)) > 60_000);
}

#[test]
fn thousands_of_variables_that_no_state_assigns() {
    let pass = |i| {
        format!(
            r#"{{ "Type": "Pass", "Assign": {{ "v{i}": 1 }}, "Parameters": {{ "x.$": "$unknown{i}" }}, "Next": "s{}" }}"#,
            i + 1
        )
    };
    assert_eq!(check(&chain(10_000, pass)), 10_000);
}
