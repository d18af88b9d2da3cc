//! Documents that are not plain JSON: YAML, templates, and texts with placeholders.

mod program;

use expect_test::expect;
use program::{stack, stack_with};

/// The findings, a line each: place, pointer, and what is wrong.
fn findings(file: &str) -> String {
    listed(&stack(&["check", "--format", "jsonl", file]))
}

/// The findings of a text on the standard input.
fn findings_of(text: &str) -> String {
    listed(&stack_with(&["check", "--stdin", "--format", "jsonl"], text.as_bytes()))
}

fn listed(outcome: &program::Outcome) -> String {
    let mut text = String::new();
    for it in program::objects(&outcome.out)[0]["diagnostics"].as_array().unwrap() {
        let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        let (line, column) = (&it["line"], &it["col"]);
        text += &format!(
            "{}{line}:{column} {} {}: {}\n",
            word("file"),
            word("path"),
            word("code"),
            word("message")
        );
    }
    text + &format!("exit code: {:?}\n", outcome.code)
}

#[test]
fn a_placeholder_that_is_never_closed_is_a_warning() {
    let text =
        r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": "${Stage", "End": true } } }"#;
    expect![[r#"
        1:64 /States/a/Result unfilled-placeholder: `${Stage` is not closed, so nothing fills it in
        exit code: Some(0)
    "#]]
    .assert_eq(&findings_of(text));
}

#[test]
fn yaml_has_the_places_of_yaml() {
    expect![[r#"
        6:11 /States/a/Next unknown-target: `a` goes to `bb`, which is not a state of this machine
        7:5 /States/a/Foo unknown-field: a Pass state has no field `Foo`
        exit code: Some(1)
    "#]]
    .assert_eq(&findings("typo.asl.yaml"));
}

#[test]
fn every_machine_of_a_template_is_checked() {
    expect![[r#"
        32:65 /Resources/AsObject/Properties/Definition/States/bill/Next unknown-target: `bill` goes to `don`, which is not a state of this machine
        42:105 /Resources/AsText/Properties/DefinitionString/States/bill/Next unknown-target: `bill` goes to `don`, which is not a state of this machine
        52:35 /Resources/AsJoin/Properties/DefinitionString/States no-terminal-state: no state of this machine ends it
        67:41 /Resources/Callback/Properties/Definition/States/wait/Resource unsupported-in-express: an Express machine cannot use `.waitForTaskToken`
        71:22 /Resources/Lost/Properties/DefinitionUri unreadable-file: `nowhere.asl.json` cannot be read: no such file or directory
        typo.asl.json4:36 /States/a/Next unknown-target: `a` goes to `bb`, which is not a state of this machine
        typo.asl.json4:42 /States/a/Foo unknown-field: a Pass state has no field `Foo`
        exit code: Some(2)
    "#]].assert_eq(&findings("template.yaml"));
}

#[test]
fn a_template_may_be_json() {
    expect![[r#"
        7:123 /Resources/Machine/Properties/DefinitionString/States/a/Next unknown-target: `a` goes to `ä`, which is not a state of this machine
        14:120 /Resources/Other/Properties/Definition/States/a/Nxt unknown-field: a Task state has no field `Nxt`
        exit code: Some(1)
    "#]].assert_eq(&findings("template.json"));
}

#[test]
fn integrations_are_known_in_any_partition() {
    expect![[r#"
        11:49 /Resources/Told/Properties/Definition/States/tell/Parameters/MessageBdy unknown-parameter: `sqs:sendMessage` has no parameter `MessageBdy`
        exit code: Some(1)
    "#]].assert_eq(&findings("partition.yaml"));
}

#[test]
fn placeholders_fit_everywhere() {
    assert_eq!(stack(&["check", "sub.asl.json"]).out, "checked 1 file: no errors, no warnings\n");
}

#[test]
fn a_fault_in_a_file_of_two_machines_is_reported_once_and_an_object_is_no_text() {
    expect![[r#"
        14:25 /Resources/Third/Properties/DefinitionString wrong-type: `DefinitionString` takes a string, not an object
        typo.asl.json4:36 /States/a/Next unknown-target: `a` goes to `bb`, which is not a state of this machine
        typo.asl.json4:42 /States/a/Foo unknown-field: a Pass state has no field `Foo`
        exit code: Some(1)
    "#]]
    .assert_eq(&findings("twice.yaml"));
}

#[test]
fn people_see_the_line_of_a_text_in_a_template() {
    expect![[r#"
        error: [unknown-target] `a` goes to `ä`, which is not a state of this machine
         --> template.json:7:123
          |
        7 |           "Fn::Sub": "{\"StartAt\": \"a\", \"States\": {\"a\": {\"Type\": \"Task\", \"Resource\": \"${F.Arn}\", \"Next\": \"ä\"}}}"
          |                                                                                                                           ^^^^^
          |
          = help: the states here are `a`

        error: [unknown-field] a Task state has no field `Nxt`
          --> template.json:14:120
           |
        14 | ...   "Definition": { "StartAt": "a", "States": { "a": { "Type": "Task", "Resource": { "Fn::GetAtt": ["F", "Arn"] }, "Nxt": "b" }, "...
           |                                                                                                                      ^^^^^
           |
           = help: did you mean `Next`?

        checked 1 file: 2 errors, no warnings
        exit code: 1
    "#]].assert_eq(&stack(&["check", "template.json"]).text());
}

#[test]
fn only_placeholders_are_placeholders() {
    expect![[r#"
        1:55 /States/a/Seconds json-syntax: expected a value, found `@`
        exit code: Some(1)
    "#]]
    .assert_eq(&findings_of(
        r#"{"StartAt":"a","States":{"a":{"Type":"Wait","Seconds":@0,"Comment":"${c}","End":true}}}"#,
    ));
    expect![[r#"
        1:2  json-syntax: expected a key, found `@`
        exit code: Some(1)
    "#]]
    .assert_eq(&findings_of(
        r#"{@0, "StartAt":"a","States":{"a":{"Type":"Pass","Comment":"${c}","End":true}}}"#,
    ));
}

#[test]
fn placeholders_outside_of_strings_leave_all_places_as_they_are() {
    expect![[r#"
        5:49 /States/a/Nxt unknown-field: a Wait state has no field `Nxt`
        6:47 /States/b/Nxt unknown-field: a Pass state has no field `Nxt`
        exit code: Some(1)
    "#]]
    .assert_eq(&findings_of(
        r#"{
  "Comment": "ä \" ${c}", "StartAt": "a",
  "States": {
    "a": { "Type": "Wait", "Seconds": ${Timeout},
           ${Extra}, "Comment": ${AWS::Region}, "Nxt": "b" },
    "b": { "Type": "Pass", ${key}: [${x}, 1], "Nxt": "a", "Next": "a" },
    ${MoreStates}
  }
}"#,
    ));
}

#[test]
fn a_placeholder_that_is_no_whole_value_is_a_fault() {
    expect![[r#"
        1:55 /States/a/Seconds json-syntax: expected a value, found `$`
        exit code: Some(1)
    "#]]
    .assert_eq(&findings_of(
        r#"{"StartAt":"a","States":{"a":{"Type":"Wait","Seconds":${Minutes}0,"End":true}}}"#,
    ));
}
