//! Templates and files of other tools as CloudFormation and these tools read them: what is right is no finding, and what
//! is wrong is one, at its place.

mod program;

#[path = "program/findings.rs"]
mod checked;

use checked::{NONE, findings, findings_in, folder, in_template, template};
use program::stack_with;
use std::fs;

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

#[test]
fn both_sides_of_a_condition_are_checked_wherever_it_stands() {
    let properties = |conditions: &str, states: &str| {
        let states: String = states.lines().map(|line| format!("    {line}\n")).collect();
        let text = template(&format!("Definition:\n  StartAt: a\n  States:\n{states}"));
        findings("conditions.yaml", &format!("{text}Conditions: {{ {conditions} }}\n"))
    };
    let states = "a: { Type: Pass, Next: !If [Prod, b, cx] }\nb: { Type: Succeed }\nc: { Type: Succeed }";
    let found = properties("Prod: !Equals [!Ref Stage, prod]", states);
    assert_eq!(
        found,
        [
            "8 error unknown-target: `a` goes to `cx`, which is not a state of this machine\n  did you mean `c`?\n  the states here are `a`, `b`, `c`\n  that is so where `Prod` does not hold",
            "9 error unreachable-state: `b` is never reached",
            "10 error unreachable-state: `c` is never reached"
        ]
    );
    // A state that is there in one case only, and what leads to it there.
    let states = "a: { Type: Pass, Next: !If [Prod, b, c] }\nb: !If [Prod, { Type: Succeed }, !Ref 'AWS::NoValue']\nc: !If [Test, { Type: Succeed }, !Ref 'AWS::NoValue']";
    assert_eq!(properties("Prod: !Equals [!Ref Stage, prod], Test: !Not [!Condition Prod]", states), NONE);
    // The same fault in both cases is one.
    let states = "a: { Type: Pass, Comment: !If [Prod, x, y], Next: b }\nb: { Type: Succed }";
    assert_eq!(properties("Prod: !Equals [!Ref Stage, prod]", states).len(), 1);
}

#[test]
fn a_machine_has_one_definition_and_a_type_that_exists() {
    let definition = "Definition: { StartAt: a, States: { a: { Type: Succeed } } }";
    let string = r#"DefinitionString: '{ "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }'"#;
    assert_eq!(
        in_template(&format!("{string}\n{definition}")),
        ["6 error conflicting-fields: `Definition` cannot be used together with `DefinitionString`"]
    );
    assert_eq!(
        in_template("RoleArn: arn:aws:iam::111122223333:role/r"),
        [
            "2 error missing-alternative: `M` has no definition: it needs one of `Definition`, `DefinitionString`, `DefinitionS3Location`"
        ]
    );
    let either = |text: &str| text.replacen(": ", ": !If [C, ", 1) + ", !Ref 'AWS::NoValue']";
    let other = |text: &str| text.replacen(": ", ": !If [C, !Ref 'AWS::NoValue', ", 1) + "]";
    assert_eq!(in_template(&format!("{}\n{}", either(definition), other(string))), NONE);
    assert_eq!(in_template(&format!("{}\n{}", either(definition), either(string))).len(), 2);
    for unknown in ["Fn::Transform: { Name: X }", "DefinitionS3Location: { Bucket: b, Key: k }"] {
        assert_eq!(in_template(unknown), NONE, "{unknown}");
    }
    // What belongs to SAM is no property of CloudFormation's own resource, but checked all the same.
    let path = folder("sam.yaml", &[("sam.yaml", &template("DefinitionUri: a.json")), ("a.json", "{}")]);
    let found = findings_in(&path);
    assert!(
        found[0].ends_with("\n  `DefinitionUri` belongs to `AWS::Serverless::StateMachine`"),
        "{found:?}"
    );
    assert_eq!(found.len(), 2);
    let none = "`a.json` is not a definition: it has neither `StartAt` nor `States`";
    assert!(found[1].ends_with(none), "{found:?}");

    let typed =
        |word: &str| findings("typed.yaml", &template(&format!("StateMachineType: {word}\n{definition}")));
    assert_eq!(
        typed("Express"),
        ["5 error unknown-word: `StateMachineType` cannot be `Express`\n  did you mean `EXPRESS`?"]
    );
    for fine in ["EXPRESS", "STANDARD", "!Ref Type", "!If [C, EXPRESS, STANDARD]", "'{{resolve:ssm:/t}}'"] {
        assert_eq!(typed(fine), NONE, "{fine}");
    }
    let path = folder(
        "fixed.yaml",
        &[("fixed.yaml", &template(&format!("StateMachineType: express\n{definition}")))],
    );
    stack_with(&["check", "--fix", path.to_str().unwrap()], b"");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        template(&format!("StateMachineType: EXPRESS\n{definition}"))
    );
}

#[test]
fn nothing_fills_in_what_has_no_substitution() {
    let task = |resource: &str, message: &str| {
        format!(
            "Definition:\n  StartAt: a\n  States:\n    a:\n      Type: Task\n      Resource: {resource}\n      Parameters: {{ Message: {message} }}\n      End: true\n"
        )
    };
    let declared = "DefinitionSubstitutions: { FunctionArn: !GetAtt F.Arn, Stage: test }\n";
    let arn = "arn:aws:lambda:us-east-1:111122223333:function:f";
    let found = |text: &str| findings("open.yaml", &template(text));
    assert_eq!(found(&format!("{declared}{}", task("${FunctionArn}", "'${Stage}-x'"))), NONE);
    assert_eq!(
        found(&format!("{declared}{}", task("${FunctonArn}", "'${AWS::Region}'"))),
        [
            "11 deny unfilled-placeholder: nothing fills in `${FunctonArn}`\n  did you mean `FunctionArn`?\n  say in `DefinitionSubstitutions` what it stands for, or write `!Sub` in front of the text",
            "12 deny unfilled-placeholder: nothing fills in `${AWS::Region}`\n  say in `DefinitionSubstitutions` what it stands for, or write `!Sub` in front of the text",
        ]
    );
    assert_eq!(found(&task("${FunctionArn}", "x")).len(), 1);
    // Filled in, or a text of its own.
    for message in
        ["!Sub '${Stage}'", "'echo ${HOME} done'", "'${aws:username}'", "!Sub 'a ${!b}'", "'$ {x}'"]
    {
        assert_eq!(found(&task(arn, message)), NONE, "{message}");
    }
    for substitutions in ["!FindInMap [a, b, c]", "{ 'Fn::Transform': { Name: X } }"] {
        assert_eq!(found(&format!("DefinitionSubstitutions: {substitutions}\n{}", task("${X}", "x"))), NONE);
    }
    let processed =
        format!("Transform: [AWS::Serverless-2016-10-31, Ours]\n{}", template(&task("${X}", "x")));
    assert_eq!(findings("open.yaml", &processed), NONE);
    let in_loop = "Resources:\n  Fn::ForEach::All:\n    - Name\n    - [a]\n    - M${Name}:\n        Type: AWS::StepFunctions::StateMachine\n        Properties:\n";
    let in_loop = format!(
        "{in_loop}{}",
        template(&task("${Name}", "x"))
            .split_once("Properties:\n")
            .unwrap()
            .1
            .replace("      ", "          ")
    );
    assert_eq!(findings("loop.yaml", &in_loop), NONE);
    // In a text, and in a file.
    let text = |resource: &str| {
        format!(
            r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Task", "Resource": "{resource}", "End": true }} }} }}"#
        )
    };
    assert_eq!(
        in_template(&format!("DefinitionString: '{}'", text("${X}"))),
        ["5 deny unfilled-placeholder: nothing fills in `${X}`"]
    );
    assert_eq!(in_template(&format!("DefinitionString: !Sub '{}'", text("${X}"))), NONE);
    let sam = template("DefinitionUri: a.json\nDefinitionSubstitutions: { Y: y }")
        .replace("StepFunctions", "Serverless");
    let path = folder("file", &[("t.yaml", &sam), ("a.json", &text("${X}"))]);
    assert_eq!(findings_in(&path).len(), 1);
    assert_eq!(findings_in(&path.with_file_name("a.json")), NONE);
    // The name that can only be meant is written.
    let before = format!("{declared}{}", task("${FunctonArn}", "x"));
    let path = folder("fixed.yaml", &[("fixed.yaml", &template(&before))]);
    stack_with(&["check", "--fix", path.to_str().unwrap()], b"");
    assert_eq!(fs::read_to_string(&path).unwrap(), template(&before.replace("Functon", "Function")));
}

#[test]
fn what_a_function_makes_is_no_number() {
    let wait = |seconds: &str| {
        format!(
            "Definition:\n  StartAt: a\n  States:\n    a:\n      Type: Wait\n      Seconds: {seconds}\n      End: true\n"
        )
    };
    for text in ["!Ref N", "!Sub '${N}'", "!Join ['', ['1', !Ref N]]", "!ImportValue n", "!If [C, !Ref N, 5]"]
    {
        assert_eq!(
            in_template(&wait(text)),
            ["10 error wrong-type: `Seconds` takes an integer, not a string"],
            "{text}"
        );
    }
    let substituted = format!("DefinitionSubstitutions: {{ N: 5 }}\n{}", wait("'${N}'"));
    assert_eq!(in_template(&substituted), ["11 error wrong-type: `Seconds` takes an integer, not a string"]);
    for fine in ["!FindInMap [a, b, c]", "!If [C, 4, 5]", "!Transform { Name: X }"] {
        assert_eq!(in_template(&wait(fine)), NONE, "{fine}");
    }
    let jsonata = wait("!Ref N").replace("  StartAt", "  QueryLanguage: JSONata\n  StartAt");
    assert_eq!(in_template(&jsonata), NONE);
    let text = |seconds: &str| {
        format!(
            r#"DefinitionString: !Sub '{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Wait", "Seconds": {seconds}, "End": true }} }} }}'"#
        )
    };
    assert_eq!(in_template(&text("${N}")), NONE);
    assert_eq!(in_template(&text("\"${N}\"")).len(), 1);
    // In a payload, and on the command line, a text may be what is wanted.
    let payload =
        "Definition: { StartAt: a, States: { a: { Type: Pass, Result: { x: !Ref N }, End: true } } }";
    assert_eq!(in_template(payload), NONE);
    let plain =
        r#"{ "StartAt": "a", "States": { "a": { "Type": "Wait", "Seconds": "${N}", "End": true } } }"#;
    assert_eq!(findings("plain.asl.json", plain), NONE);
}

#[test]
fn a_named_file_has_no_aliases() {
    let text = "StartAt: a\nStates:\n  a: &a { Type: Pass, Result: &r [1], Next: b }\n  b: { <<: *a, Next: c }\n  c: { Type: Pass, Result: *r, End: true }\n";
    let sam = template("DefinitionUri: a.asl.yaml").replace("StepFunctions", "Serverless");
    let path = folder("alias", &[("t.yaml", &sam), ("a.asl.yaml", text)]);
    let message = "CloudFormation does not resolve aliases in a file that a template names";
    assert_eq!(
        findings_in(&path),
        [4, 5].map(|line| format!("{line} error unresolved-alias: {message}\n  write what it stands for"))
    );
    assert_eq!(findings_in(&path.with_file_name("a.asl.yaml")), NONE);
}

#[test]
fn a_role_and_what_its_machine_calls_are_of_one_partition() {
    let machine = |role: &str, resource: &str| {
        in_template(&format!(
            "RoleArn: {role}\nDefinition:\n  StartAt: a\n  States:\n    a: {{ Type: Task, Resource: '{resource}', Parameters: {{ JobName: j }}, End: true }}"
        ))
    };
    let role = "arn:aws-cn:iam::111122223333:role/r";
    assert_eq!(
        machine(role, "arn:aws:states:::glue:startJobRun.sync"),
        [
            "9 deny role-of-another-partition: this resource is of the partition `aws`, but the machine's role is of `aws-cn`"
        ]
    );
    for (role, resource) in [
        (role, "arn:aws-cn:states:::glue:startJobRun.sync"),
        ("!GetAtt Role.Arn", "arn:aws:states:::glue:startJobRun.sync"),
        ("!Sub 'arn:${AWS::Partition}:iam::111122223333:role/r'", "arn:aws:states:::glue:startJobRun.sync"),
    ] {
        assert_eq!(machine(role, resource), NONE, "{role} {resource}");
    }
}

#[test]
fn what_only_holds_a_definition_is_said_to_be_that() {
    let one = |name: &str, text: &str| {
        let found = findings(name, text);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        one(
            "out.json",
            r#"{ "stateMachineArn": "arn:x", "name": "m", "definition": "{}", "type": "STANDARD" }"#
        ),
        "1 error not-a-definition: this is what `aws stepfunctions describe-state-machine` prints, not a definition"
    );
    assert_eq!(
        one("serverless.yml", "service: x\nprovider: { name: aws }\nstepFunctions: { stateMachines: {} }\n"),
        "1 error not-a-definition: this is a `serverless.yml`, not a definition"
    );
    assert_eq!(
        one("a.asl.yaml", "Definition:\n  StartAt: a\n  States: { a: { Type: Succeed } }\n"),
        "1 error not-a-definition: the definition stands inside of `Definition`"
    );
    let sam = template("DefinitionUri: a.yaml").replace("StepFunctions", "Serverless");
    let path = folder("named", &[("t.yaml", &sam), ("a.yaml", &template("DefinitionString: '{}'"))]);
    assert!(findings_in(&path)[0].contains("`a.yaml` is a CloudFormation template, not a definition"));
    assert_eq!(
        in_template("DefinitionString: '{ \"Fn::Sub\": \"{}\" }'"),
        ["5 error not-a-definition: `Fn::Sub` stands in a text, where nothing resolves it"]
    );
}
