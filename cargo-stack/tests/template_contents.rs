//! What the names, substitutions and properties in a template must be: what is wrong is one finding, at its place.

mod program;

#[path = "program/findings.rs"]
mod checked;

use checked::{NONE, findings, findings_in, folder, in_template, template};

#[test]
fn names_that_the_template_does_not_have_are_errors() {
    let whole = |properties: &str| {
        let rest = "  Bill:\n    Type: AWS::Lambda::Function\nParameters: { Stage: { Type: String } }\nConditions: { Prod: !Equals [!Ref Stage, prod] }\nAWSTemplateFormatVersion: '2010-09-09'\n";
        findings("names.yaml", &format!("{}{rest}", template(properties)))
    };
    let state = |resource: &str, more: &str| {
        whole(&format!(
            "Definition:\n  StartAt: a\n  States:\n    a: {{ Type: Task, Resource: {resource}, {more}End: true }}"
        ))
    };
    let fine = "!GetAtt Bill.Arn";
    for more in ["", "Comment: !Ref Stage, ", "Comment: !Sub '${AWS::Region}${Stage}${Bill.Arn}${!x}', "] {
        assert_eq!(state(fine, more), NONE, "{more}");
    }
    assert_eq!(state(fine, "Comment: !Sub ['${X}', { X: 1 }], "), NONE);
    assert_eq!(
        state("!GetAtt Bil.Arn", "Comment: !Sub ['${X} ${Y} ${AWS::Regio}', { X: !Ref Stge }], "),
        [
            "8 error unknown-template-name: this template has no resource `Bil`\n  did you mean `Bill`?",
            "8 error unknown-template-name: this template has no resource or parameter `Y`\n  in a text of `Fn::Sub`, write `${!name}` for what is filled in elsewhere, such as by `DefinitionSubstitutions`",
            "8 error unknown-template-name: this template has no pseudo parameter `AWS::Regio`\n  did you mean `AWS::Region`?",
            "8 error unknown-template-name: this template has no resource or parameter `Stge`\n  did you mean `Stage`?",
        ]
    );
    assert_eq!(
        state(fine, "TimeoutSeconds: !If [Prd, 5, 6], Comment: !If [Prod, x], "),
        [
            "8 error unknown-template-name: this template has no condition `Prd`\n  did you mean `Prod`?",
            "8 error unknown-template-name: `Fn::If` takes a condition and two values\n  for nothing at all, write `!Ref AWS::NoValue`",
        ]
    );
    // A part of a template has names of others.
    let part = |name: &str| template(&format!("RoleArn: !GetAtt {name}.Arn\nDefinitionString: '{{}}'"));
    let found =
        |name: &str| findings("part.yaml", &format!("{}  Role: {{ Type: AWS::IAM::Role }}\n", part(name)));
    assert!(found("Other").iter().all(|line| !line.contains("unknown-template-name")));
    assert!(found("Rolle").iter().any(|line| line.contains("warning unknown-template-name")));
}

#[test]
fn the_name_of_a_function_is_no_resource() {
    let functions = "  Bill:\n    Type: AWS::Lambda::Function\n";
    let found = |properties: &str| findings("names.yaml", &format!("{}{functions}", template(properties)));
    let text =
        r#"{ "StartAt": "a", "States": { "a": { "Type": "Task", "Resource": "${Bill}", "End": true } } }"#;
    let states = |resource: &str| {
        format!(
            "Definition:\n  StartAt: a\n  States:\n    a: {{ Type: Task, Resource: {resource}, End: true }}"
        )
    };
    let direct = "error not-an-arn: this is the name of the function `Bill`, but a `Resource` is an ARN\n  write `!GetAtt Bill.Arn`, or `${Bill.Arn}` in a text of `Fn::Sub`";
    assert_eq!(found(&states("!Ref Bill")), [format!("8 {direct}")]);
    assert_eq!(found(&format!("DefinitionString: !Sub '{text}'")), [format!("5 {direct}")]);
    assert_eq!(
        found(&format!("DefinitionString: '{text}'\nDefinitionSubstitutions: {{ Bill: !Ref Bill }}")),
        [
            "5 error not-an-arn: this is the name of the function `Bill`, but a `Resource` is an ARN\n  let the substitution be `!GetAtt Bill.Arn`"
        ]
    );
    assert_eq!(found(&states("!GetAtt Bill.Arn")), NONE);
}

#[test]
fn what_is_known_to_be_filled_in_is_checked() {
    let found = |seconds: &str, values: &str| {
        let text = format!(
            r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Wait", "Seconds": {seconds}, "Next": "${{Next}}" }}, "b": {{ "Type": "Succeed" }} }} }}"#
        );
        let sam = template(&format!("DefinitionUri: a.json\nDefinitionSubstitutions: {{ {values} }}"))
            .replace("StepFunctions", "Serverless");
        findings_in(&folder("filled", &[("t.yaml", &sam), ("a.json", &text)]))
    };
    assert_eq!(found("${W}", "W: 5, Next: b"), NONE);
    assert_eq!(found("${W}", "W: !Ref Seconds, Next: b"), NONE);
    assert_eq!(found("${W}", "W: '5', Next: !Ref Next"), NONE);
    assert_eq!(
        found("5", "Next: bb"),
        [
            "1 error unknown-target: `a` goes to `bb`, which is not a state of this machine\n  did you mean `b`?\n  the states here are `a`, `b`",
        ]
    );
    assert_eq!(
        found("${W}", "W: -5, Next: b"),
        ["1 error out-of-range: `Seconds` must be 0 to 99999999, not -5"]
    );
    assert_eq!(
        found("${W}", "W: five, Next: b"),
        [
            "1 error json-syntax: `five`, which is put in for this placeholder, is not JSON\n  for a string, put the placeholder in quotes"
        ]
    );
    assert_eq!(
        found("${Wat}", "Wait: 5, Next: b"),
        [
            "1 deny unfilled-placeholder: nothing fills in `${Wat}`\n  did you mean `Wait`?\n  say in `DefinitionSubstitutions` what it stands for"
        ]
    );
    // Nothing is suggested for what stands elsewhere.
    assert_eq!(found("5", "Next: [b]").len(), 1);
    assert_eq!(found("5", "Next: { a: b }").len(), 1);
}

#[test]
fn properties_that_there_are_not_are_errors() {
    let definition =
        "DefinitionString: '{ \"StartAt\": \"a\", \"States\": { \"a\": { \"Type\": \"Succeed\" } } }'\n";
    let found = |more: &str| in_template(&format!("{definition}{more}"));
    for fine in [
        "StateMachineName: x",
        "Tags: [{ Key: a, Value: b }]",
        "'Fn::Transform': { Name: X }",
        "LoggingConfiguration: { Level: !Ref L }",
    ] {
        assert_eq!(found(fine), NONE, "{fine}");
    }
    assert_eq!(
        found("StateMachinName: x"),
        ["6 error unknown-property: there is no property `StateMachinName` here"]
    );
    assert_eq!(found("Name: x"), ["6 error unknown-property: there is no property `Name` here"]);
    assert_eq!(
        found("LoggingConfiguration: { Levl: ALL }"),
        ["6 error unknown-property: there is no property `Levl` here"]
    );
    assert_eq!(
        found("LoggingConfiguration: { Level: all }"),
        ["6 error unknown-word: `Level` cannot be `all`"]
    );
}
