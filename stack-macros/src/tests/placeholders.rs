//! `${..}` in strings: what fills them, what is said of the others, and what is none.

use super::{expand, rendered, states};

/// The text of the definition and its holes, as the expansion has them.
fn holes(source: &str) -> String {
    let text = expand(source).to_string();
    assert!(!text.contains("compile_error"), "{}", rendered(source));
    let between = |start: &str, end: &str| {
        let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{text}"));
        rest.split_once(end).map(|(inner, _)| inner.trim().to_owned()).unwrap_or_default()
    };
    let list = between("] = [", "] ;").replace(":: stack :: __private :: ", "").replace(' ', "");
    format!("{} {}", between("Definition { text :", ", holes").replace(" , places : ", " "), list)
}

/// The same of a Pass state with that result.
fn result(header: &str, value: &str) -> String {
    let all = holes(&format!(
        "{header} M in S {{ StartAt: a, States: {{ a: Pass {{ Result: {value}, End: true }} }} }}"
    ));
    let start = r#""{\"StartAt\":\"a\",\"States\":{\"a\":{\"Type\":\"Pass\",\"Result\":"#;
    all.replace(start, "").replace(r#",\"End\":true}}}""#, "")
}

#[test]
fn a_reference_alone_is_one() {
    let by_name = |name| format!("null \"53:0\" Hole::param_by_name(find(__TABLE,\"orders\",\"{name}\"))");
    assert_eq!(result("", "\"${orders.name}\""), by_name("name"));
    assert_eq!(result("", "\"${orders.table.arn}\""), by_name("table.arn"));
    assert_eq!(
        result("#[substitutions(Table = orders.name)]", "\"${Table}\""),
        "null \"53:0\" Hole::param((*__RESOURCES).orders.name)"
    );
}

#[test]
fn a_text_names_other_holes_and_equal_ones_share_one() {
    assert_eq!(
        result(
            "",
            r#"["a ${jobs.url}/${!x} ${AWS::Region}", "${jobs.url}", "a ${jobs.url}/${!x} ${AWS::Region}"]"#
        ),
        "[null,null,null] \"54:1 59:0 64:1\" Hole::param_by_name(find(__TABLE,\"jobs\",\"url\")),\
         Hole::Text(\"a${0}/${!x}${AWS::Region}\")"
    );
}

#[test]
fn the_text_itself_and_declared_texts_are_written_out() {
    assert_eq!(result("", "\"${!HOME} ${} $\""), r#"\"${HOME} ${} $\" "" "#);
    let header = "#[substitutions(Stage = \"test\", Number = 5, \"a-b\" = \"${!x}\")]";
    assert_eq!(
        result(header, "{ \"${Stage}\": \"${Number}/${a-b}/${Stage}\" }"),
        r#"{\"test\":\"5/${x}/test\"} "" "#
    );
    assert_eq!(
        result("#[substitutions(Topic = \"${AWS::Region}:${jobs.name}\")]", "\"arn:${Topic}\""),
        "null \"53:1\" Hole::param_by_name(find(__TABLE,\"jobs\",\"name\")),Hole::Text(\"arn:${AWS::Region}:${0}\")"
    );
}

#[test]
fn numbers_and_booleans_are_such_where_they_are_wanted() {
    let source = "#[substitutions(Seconds = 5, Last = true)] M { StartAt: a, States: { \
                  a: Wait { Seconds: \"${Seconds}\", Next: b }, \
                  b: Pass { Result: \"${Seconds}\", End: \"${Last}\" } } }";
    let found = holes(source);
    assert!(found.contains(r#"\"Seconds\":5"#), "{found}");
    assert!(found.contains(r#"\"Result\":\"5\",\"End\":true"#), "{found}");
    let text = source.replace("Seconds = 5", "Seconds = \"5\"");
    assert!(
        rendered(&text).contains("[wrong-type] `Seconds` takes an integer, not a string"),
        "{}",
        rendered(&text)
    );
}

/// What `convert` writes for whoever has to say it.
#[test]
fn what_is_left_open_is_one_fault_for_each() {
    let said = rendered(
        "#[substitutions(Bill = .., \"a b\" = ..)] M in S { StartAt: a, States: { \
         a: Task { Resource: \"${Bill}\", TimeoutSeconds: \"${a b}\", Next: b }, \
         b: Pass { QueryLanguage: JSONata, Output: \"{% ${a b} %}\", End: true } } }",
    );
    assert_eq!(said.matches("error: ").count(), 2, "{said}");
    assert!(said.contains("nothing is said of what `a b` stands for"), "{said}");
}

#[test]
fn the_partition_of_an_integration_is_the_deployments() {
    let source = "M { StartAt: a, States: { a: Task { Resource: \"arn:${AWS::Partition}:states:::sns:publish\", \
                  Parameters: { TopicArn: \"arn:aws:sns:eu-west-1:123456789012:t\", Message: \"m\" }, End: true } } }";
    assert!(holes(source).ends_with("Hole::Integration(\"sns:publish\")"), "{}", holes(source));
}

/// What Step Functions runs as it is, and what others fill in.
#[test]
fn what_is_no_placeholder_is_left_alone() {
    for value in [
        r#"{ "x.$": "States.Format('${}', $.a)" }"#,
        r#""for ${aws:username} and ${www.amazon.com:user_id}""#,
        r#""$ {a} ${ b ${""#,
        r#"r"a\${/""#,
    ] {
        assert_eq!(states(&format!("a: Pass {{ Parameters: {{ p: {value} }}, End: true }}")), "", "{value}");
    }
    for expression in [
        "{% $match($states.input.text, /\\\\${/) %}",
        "{% $states.input.list.${'name': n} %}",
        "{% ${\\\"a\\\": 1} %}",
        "{% ${a:custom.b} %}",
        "{% '${' & $states.input.a & '}' %}",
    ] {
        let source = format!("a: Pass {{ QueryLanguage: JSONata, Output: \"{expression}\", End: true }}");
        assert_eq!(states(&source), "", "{expression}");
    }
    let comments = "/// Costs ${price}.\na: Pass { Next: b }, b: Pass { Comment: \"${price}\", End: true }";
    assert!(!states(comments).contains("price"), "{}", states(comments));
}

#[test]
fn what_nothing_fills_in_can_be_allowed() {
    let source = |allow| format!("{allow} a: Pass {{ Result: \"${{HOME}}\", End: true }}");
    assert!(states(&source("")).contains("[unfilled-placeholder] nothing fills in `${HOME}`"));
    assert_eq!(states(&source("#[allow(stack::unfilled-placeholder)]")), "");
    let allowed = "#[allow(stack::unfilled-placeholder)] M in S { StartAt: a, States: { a: Pass { Result: \"${HOME}${b.c}\", End: true } } }";
    assert!(holes(allowed).contains("Hole::Text(\"${!HOME}${0}\")"), "{}", holes(allowed));
}

#[test]
fn where_something_is_named_a_placeholder_has_to_stand_for_something() {
    for state in [
        "Task { Resource: \"${X}\", End: true }",
        "Task { Resource: \"${aws:x}\", End: true }",
        "Task { Resource: \"arn:aws:lambda:eu-west-1:${X\", End: true }",
        "Pass { Next: \"${X}\" }",
        "Task { Resource: lambda:invoke, TimeoutSeconds: \"${X}\", Parameters: { FunctionName: \"f\" }, End: true }",
        "Pass { Result: { RoleArn: \"${X}\" }, End: true }",
        "Pass { Result: \"arn:aws:sns:${X}:1:t\", End: true }",
        "Task { Resource: \"arn:aws:lambda:eu-west-1:123456789012:function:f\", Catch: [{ ErrorEquals: [\"${X}\"], Next: a }], End: true }",
    ] {
        let said = states(&format!("a: {state}"));
        assert_eq!(said.matches("error: ").count(), 1, "{state}: {said}");
        assert!(said.contains("[unknown-placeholder]"), "{state}: {said}");
    }
    let said = rendered("M { StartAt: b, States: { \"${X}\": Pass { End: true }, b: Pass { End: true } } }");
    assert!(said.contains("error: [unknown-placeholder] nothing fills in `${X}`"), "{said}");
}

#[test]
fn a_reference_where_no_text_can_stand_is_refused() {
    let said = states("a: Pass { Next: \"${orders.name}\" }");
    assert!(said.contains("`Next` takes a state's name, not a reference"), "{said}");
}

#[test]
fn faults_of_declarations_are_told_once() {
    for (header, fault) in [
        ("#[substitutions]", "the substitutions are missing"),
        ("#[substitutions()]", "the substitutions are missing"),
        ("#[substitutions(X)]", "nothing is said of what `X` stands for"),
        ("#[substitutions(X = )]", "`X` stands for a parameter of a resource or a text, not for the end"),
        ("#[substitutions(X = (1))]", "`X` stands for a parameter of a resource or a text, not for `(`"),
        ("#[substitutions(X = 'a')]", "strings must be in double quotes"),
        ("#[substitutions(X = orders)]", "`orders` is no parameter of a resource"),
        ("#[substitutions(X = orders.)]", "`orders.` is no parameter of a resource"),
        ("#[substitutions(X = \"a\", X = \"b\")]", "`X` is declared twice"),
        ("#[substitutions(5 = \"a\", X = \"b\")]", "expected the name of a placeholder, found `5`"),
        ("#[substitutions(X = \"a\" Y = \"b\")]", "expected `,`, found `Y`"),
        ("#[substitutions(X = \"a\", Y = \"b\")]", "no string of the definition has `${Y}`"),
    ] {
        let said = rendered(&format!(
            "{header} M in S {{ StartAt: a, States: {{ a: Pass {{ Result: \"${{X}}\", End: true }} }} }}"
        ));
        let unknown = header.contains("()") || header.ends_with("substitutions]");
        assert!(said.contains(fault), "{header}: {said}");
        assert_eq!(said.matches("error: ").count(), if unknown { 2 } else { 1 }, "{header}: {said}");
    }
}

#[test]
fn a_misspelt_one_is_one_fault() {
    let said = rendered(
        "#[substitutions(BillArn = orders.arn)] M in S { StartAt: a, States: { a: Task { Resource: \"${BillArm}\", End: true } } }",
    );
    assert!(said.contains("did you mean `${BillArn}`?"), "{said}");
    assert_eq!(said.matches("error: ").count(), 1, "{said}");
}

#[test]
fn a_text_body_has_them_too() {
    let source = "M in S = r#\"{ \"StartAt\": \"a\", \"States\": { \"a\": { \"Type\": \"Pass\", \"Result\": \"\\u0024{jobs.url}!\", \"End\": true } } }\"#";
    assert!(holes(source).ends_with("Hole::Text(\"${0}!\")"), "{}", holes(source));
    let said = rendered(&source.replace("jobs.url", "Jobs"));
    assert!(
        said.contains("error: line 1, column 64: [unfilled-placeholder] nothing fills in `${Jobs}`"),
        "{said}"
    );
}
