//! Templates and files of other tools as CloudFormation and these tools read them: what is right is no finding, and what
//! is wrong is one, at its place.

mod program;

use program::{objects, stack_with};
use std::fs;
use std::path::{Path, PathBuf};

/// Files of those names in an empty folder; the first one.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("templates").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    folder.join(files[0].0)
}

/// What is found in a file: the line, the severity, the rule, what is wrong, and what to do.
fn findings_in(path: &Path) -> Vec<String> {
    let outcome = stack_with(&["check", "--format", "jsonl", path.to_str().unwrap()], b"");
    let mut found = Vec::new();
    for it in objects(&outcome.out)[0]["diagnostics"].as_array().unwrap() {
        let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        let mut text = format!("{} {} {}: {}", it["line"], word("severity"), word("code"), word("message"));
        for line in word("help").lines() {
            text.push_str(&format!("\n  {line}"));
        }
        found.push(text);
    }
    found
}

/// The same of a text, in a file of that name.
fn findings(name: &str, text: &str) -> Vec<String> {
    findings_in(&folder(name, &[(name, text)]))
}

/// A template of one machine with these properties, on lines from the fifth on.
fn template(properties: &str) -> String {
    let mut text =
        "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n".to_owned();
    for line in properties.lines() {
        text.push_str(&format!("      {line}\n"));
    }
    text
}

/// What is found in a template of one machine.
fn in_template(properties: &str) -> Vec<String> {
    let outcome = stack_with(&["check", "--format", "jsonl", "--stdin"], template(properties).as_bytes());
    let mut found = Vec::new();
    for it in objects(&outcome.out)[0]["diagnostics"].as_array().unwrap() {
        let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        found.push(format!("{} {} {}: {}", it["line"], word("severity"), word("code"), word("message")));
    }
    found
}

const NONE: [&str; 0] = [];

#[test]
fn intrinsic_functions_are_values_to_come_in_plain_definitions_too() {
    let json = r#"{ "StartAt": { "Ref": "First" }, "TimeoutSeconds": { "Fn::FindInMap": ["a", "b", "c"] }, "States": {
        "a": { "Type": "Task", "Resource": { "Fn::GetAtt": ["F", "Arn"] }, "Next": { "Fn::Sub": "${Next}" } },
        "b": { "Fn::If": ["C", { "Type": "Pass" }, { "Type": "Succeed" }] } } }"#;
    assert_eq!(findings("a.asl.json", json), NONE);
    let yaml = "StartAt: a\nStates:\n  a:\n    Type: Task\n    Resource: !GetAtt F.Arn\n    TimeoutSeconds: !Ref N\n    Next: Ref\n  Ref: { Type: Succeed }\n";
    assert_eq!(findings("a.asl.yaml", yaml), NONE);
    // A state may be called so.
    let named = r#"{ "StartAt": "Ref", "States": { "Ref": { "Type": "Succed" } } }"#;
    assert_eq!(findings("ref.asl.json", named).len(), 1);
}

#[test]
fn dynamic_references_are_looked_up_in_templates_only() {
    let task = |resource: &str| {
        format!(
            r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Task", "Resource": "{resource}", "End": true }} }} }}"#
        )
    };
    let reference = "{{resolve:ssm:/my/function}}";
    assert_eq!(in_template(&format!("Definition: {}", task(reference))), NONE);
    assert_eq!(in_template(&format!("DefinitionString: '{}'", task(reference))), NONE);
    assert_eq!(in_template(&format!("Definition: {}", task("{{resolv:ssm:/my/function}}"))).len(), 1);
    assert_eq!(findings("plain.asl.json", &task(reference)).len(), 1);
}

#[test]
fn templates_are_yaml_1_1() {
    let definition = |value: &str| {
        template(&format!(
            "Definition:\n  StartAt: a\n  States:\n    a:\n      Type: Choice\n      Choices: [{{ Variable: $.x, {value}, Next: b }}]\n      Default: c\n    c: {{ Type: Succeed }}\n    b: {{ Type: Pass, End: yes }}"
        ))
    };
    assert_eq!(findings("a.yaml", &definition("BooleanEquals: No")), NONE);
    assert_eq!(findings("a.yaml", &definition("StringEquals: 'no'")), NONE);
    assert_eq!(
        findings("a.yaml", &definition("StringEquals: no")),
        [
            "10 error wrong-type: `StringEquals` takes a string, not a boolean\n  in a template, `no` is a boolean (YAML 1.1): put it in quotes, `\"no\"`"
        ]
    );
    let path = folder("fixed.yaml", &[("fixed.yaml", &definition("StringEquals: no"))]);
    stack_with(&["check", "--fix", path.to_str().unwrap()], b"");
    assert_eq!(fs::read_to_string(&path).unwrap(), definition("StringEquals: \"no\""));
    // A definition is YAML 1.2.
    let plain = "StartAt: a\nStates: { a: { Type: Pass, End: yes } }\n";
    assert_eq!(
        findings("a.asl.yaml", plain),
        ["2 error wrong-type: `End` takes `true` or `false`, not a string\n  write `true`"]
    );
}

#[test]
fn a_file_that_a_template_names_is_json_or_else_yaml() {
    let template = template("DefinitionUri: a.asl.json").replace("StepFunctions", "Serverless");
    let named = |text: &str| {
        let path = folder("named", &[("t.yaml", &template), ("a.asl.json", text)]);
        (findings_in(&path).len(), findings_in(&path.with_file_name("a.asl.json")).len())
    };
    let text = r#"{ "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }"#;
    assert_eq!(named(text), (0, 0));
    assert_eq!(named(&text.replace(" } } }", ", }, }, }")), (0, 3));
    assert_eq!(named(&text.replace("{ \"StartAt\"", "{ # first\n \"StartAt\"")).0, 0);
    // What is no comment of YAML is said to be none of JSON.
    assert_eq!(named(&text.replace("{ \"StartAt\"", "{ // first\n \"StartAt\"")), (1, 1));
    // A fault is a fault in either language.
    assert_eq!(named(&text.replace("Succeed\" }", "Succed\", }")).0, 1);
}

#[test]
fn brackets_may_close_at_the_left() {
    let text = "DefinitionString: !Sub [\n  '{ \"StartAt\": \"a\", \"States\": { \"a\": { \"Type\": \"Succed\" } } }',\n  { A: b }\n]";
    assert_eq!(
        in_template(text),
        ["6 error unknown-state-type: `a` has the type `Succed`, which does not exist"]
    );
    let left = template(text).replace("      ]", "]").replace("'{ \"S", "  '{ \"S");
    assert_eq!(findings("left.yaml", &left).len(), 1);
    assert!(findings("left.yaml", &left)[0].starts_with("6 error unknown-state-type"));
}

#[test]
fn directives_of_terraform_are_values_to_come_and_blanks() {
    let definition = |state: &str| {
        format!(
            r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Pass", {state} }}, "b": {{ "Type": "Succeed" }}, "c": {{ "Type": "Succeed" }} }} }}"#
        )
    };
    let in_file = |state: &str| findings("a.asl.json.tftpl", &definition(state));
    assert_eq!(in_file(r#""Next": "%{ if prod }b%{ else }c%{ endif }""#), NONE);
    assert_eq!(in_file(r#""Next": "${next}" %{~ if prod ~}, "Comment": "x" %{ endif }"#), NONE);
    let one = in_file(r#""Next": %{ if prod }"b"%{ else }"c"%{ endif }, "Foo": 1"#);
    assert_eq!(
        one,
        [
            "1 warning unrendered-template: directives of Terraform decide what the definition is, so it was not checked\n  check what `templatefile` makes of it"
        ]
    );
    assert!(in_file(r#""Next": "%{ b }""#)[0].contains("unknown-target"));
}
