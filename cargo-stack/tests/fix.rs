//! `cargo stack check --fix`: what becomes of a file, and what is left as it is.

mod program;

use expect_test::expect;
use program::{objects, stack_with};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of that name in an empty folder.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fix").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The exit code and the output, without the folder.
fn check(path: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut all = vec!["check", "--fix"];
    all.extend(arguments);
    all.push(path.to_str().unwrap());
    let outcome = stack_with(&all, b"");
    let folder = format!("{}/", path.parent().unwrap().display());
    (outcome.code, format!("{}{}", outcome.out, outcome.err).replace(&folder, ""))
}

/// What becomes of a text.
fn fixed(name: &str, text: &str) -> String {
    let path = file(name, text);
    check(&path, &[]);
    read(&path)
}

/// A definition of a state with those members.
fn state(members: &str) -> String {
    format!("{{ \"StartAt\": \"a\", \"States\": {{ \"a\": {{ {members} }} }} }}")
}

const FAULTY: &str = r#"{
  "StartAt": "charge",
  "States": {
    "charge": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Paramters": { "FunctionName": "f" },
      "Retry": [{ "ErrorEquals": ["State.ALL"] }],
      "Next": "notfy"
    },
    "notify": { "Type": "Pass",   "End": "true" }
  }
}
"#;

#[test]
fn a_misspelt_target_and_field_a_boolean_in_quotes_and_a_reserved_error_are_mended_at_once() {
    let path = file("faulty.asl.json", FAULTY);
    let (code, output) = check(&path, &[]);
    expect![[r#"
        fixed faulty.asl.json:7:7 [unknown-field]: `Paramters` became `Parameters`
        fixed faulty.asl.json:8:35 [misspelt-reserved-error]: `State.ALL` became `States.ALL`
        fixed faulty.asl.json:9:15 [unknown-target]: `notfy` became `notify`
        fixed faulty.asl.json:11:42 [wrong-type]: `"true"` became `true`
        checked 1 file: no errors, no warnings (4 fixed)
    "#]]
    .assert_eq(&output);
    assert_eq!(code, Some(0));
    let right = FAULTY
        .replace("Paramters", "Parameters")
        .replace("State.ALL", "States.ALL")
        .replace("notfy", "notify")
        .replace("\"true\"", "true");
    assert_eq!(read(&path), right);
}

#[test]
fn a_dry_run_prints_a_diff_and_changes_nothing() {
    let path = file("dry.asl.json", &FAULTY.replace('\n', "\r\n"));
    let (code, output) = check(&path, &["--dry-run"]);
    expect![[r#"
        --- dry.asl.json
        +++ dry.asl.json
        @@ -4,10 +4,10 @@
             "charge": {
               "Type": "Task",
               "Resource": "arn:aws:states:::lambda:invoke",
        -      "Paramters": { "FunctionName": "f" },
        -      "Retry": [{ "ErrorEquals": ["State.ALL"] }],
        -      "Next": "notfy"
        +      "Parameters": { "FunctionName": "f" },
        +      "Retry": [{ "ErrorEquals": ["States.ALL"] }],
        +      "Next": "notify"
             },
        -    "notify": { "Type": "Pass",   "End": "true" }
        +    "notify": { "Type": "Pass",   "End": true }
           }
         }
        would fix dry.asl.json:7:7 [unknown-field]: `Paramters` became `Parameters`
        would fix dry.asl.json:8:35 [misspelt-reserved-error]: `State.ALL` became `States.ALL`
        would fix dry.asl.json:9:15 [unknown-target]: `notfy` became `notify`
        would fix dry.asl.json:11:42 [wrong-type]: `"true"` became `true`
        checked 1 file: no errors, no warnings (4 would be fixed)
    "#]]
    .assert_eq(&output.replace('\r', ""));
    assert_eq!((code, read(&path)), (Some(0), FAULTY.replace('\n', "\r\n")));
}

#[test]
fn a_document_from_the_standard_input_is_printed_and_the_rest_told_aside() {
    let outcome = stack_with(&["check", "--fix", "--stdin"], FAULTY.as_bytes());
    assert!(outcome.out.starts_with("{\n  \"StartAt\"") && outcome.out.contains("\"notify\"\n"));
    assert!(outcome.err.ends_with("(4 fixed)\n"), "{}", outcome.err);
    let outcome = stack_with(&["check", "--fix", "--stdin", "--format", "jsonl"], b"\xff");
    assert_eq!((outcome.code, outcome.out.as_str()), (Some(1), ""));
    assert_eq!(objects(&outcome.err)[0]["diagnostics"][0]["code"], "not-utf-8");
}

#[test]
fn what_leaves_a_choice_is_offered_and_not_done() {
    for (members, rule) in [
        (r#""Type": "Pass", "Next": "ax""#, "unknown-target"),
        (r#""Type": "Pass", "InputPath": "x", "End": true"#, "not-a-path"),
        (r#""Type": "Pass", "Parameters": { "a": "$.b" }, "End": true"#, "unevaluated-expression"),
        (r#""Type": "Pass", "End": false"#, "missing-alternative"),
        (r#""Type": "Pass""#, "missing-alternative"),
    ] {
        let text = state(members);
        let path = file("choice.asl.json", &text);
        check(&path, &[]);
        assert_eq!(read(&path), text);
        let json = stack_with(&["check", "--stdin", "--format", "jsonl"], text.as_bytes());
        let found = &objects(&json.out)[0]["diagnostics"][0];
        assert_eq!(found["code"], rule, "{members}");
        let suggestions = found["suggestions"].as_array().unwrap();
        assert!(suggestions.iter().all(|it| it["certain"] == false), "{members}");
        assert_eq!(suggestions.is_empty(), rule == "unknown-target", "{members}");
    }
}

#[test]
fn each_kind_of_edit_is_made_in_json() {
    let task = r#""Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "#;
    for (faulty, right) in [
        // A key that would be there twice stays. A word, and a part of a string with escapes.
        (r#""Type": "Pass", "Endd": 1, "End": true"#, r#""Type": "Pass", "Endd": 1, "End": true"#),
        (r#""Type": "succeed""#, r#""Type": "Succeed""#),
        (
            r#""Type": "Pass", "Parameters": { "é.$": "\u0020States.Formt('\u00e9', 1)" }, "End": true"#,
            r#""Type": "Pass", "Parameters": { "é.$": "\u0020States.Format('\u00e9', 1)" }, "End": true"#,
        ),
        // Values.
        (r#""Type": "Wait", "Seconds": "5", "End": "yes""#, r#""Type": "Wait", "Seconds": 5, "End": true"#),
        (r#""Type": "Fail", "Error": 404"#, r#""Type": "Fail", "Error": "404""#),
        // Brackets.
        (
            &format!(
                r#"{task}"Parameters": {{ "FunctionName": "f" }}, "Retry": {{ "ErrorEquals": "E" }}, "End": true"#
            ),
            &format!(
                r#"{task}"Parameters": {{ "FunctionName": "f" }}, "Retry": [{{ "ErrorEquals": ["E"] }}], "End": true"#
            ),
        ),
        // Members and items with their commas.
        (r#""Type": "Pass", "End": false, "Next": "b""#, r#""Type": "Pass", "Next": "b""#),
        (r#""Type": "Pass", "Next": "b" , "End": false "#, r#""Type": "Pass", "Next": "b"  "#),
        (
            &format!(
                r#"{task}"Parameters": {{ "FunctionName": "f" }}, "Retry": [{{ "ErrorEquals": ["E", "E"] }}], "End": true"#
            ),
            &format!(
                r#"{task}"Parameters": {{ "FunctionName": "f" }}, "Retry": [{{ "ErrorEquals": ["E"] }}], "End": true"#
            ),
        ),
        // Faults of the text.
        (r#"'Type': "Pass", End: True,"#, r#""Type": "Pass", "End": true"#),
        (
            r#""Type" = "Pass"; "Comment" "a	b" "End": true"#,
            r#""Type" : "Pass", "Comment": "a\u0009b", "End": true"#,
        ),
    ] {
        let with_b = |members: &str| {
            format!("\u{feff}{}", state(members).replace("} } }", "}, \"b\": { \"Type\": \"Succeed\" } } }"))
        };
        assert_eq!(fixed("edit.asl.json", &with_b(faulty)), with_b(right));
    }
}

#[test]
fn each_style_of_yaml_is_kept() {
    let faulty = "\
StartAt: 'on''e'
States:
  on'e: { Type: pass, \"Next\": \"tw\\u006f\" } # the first
  two:
    Type: Choice
    Choices:
      - Variabel: $.a   # its variable
        IsPresent: 'true'
        Next: thre
    Default: |-
      three
  \"three\":
    Type: Task
    End: false
    Resource: >-
      arn:aws:states:::lambda:invoke
    Parameters: {FunctionName: f}
    Retry: &retry
      - ErrorEquals: State.Timeout
    Catch:
      - ErrorEquals: [ State.ALL ]
        Next: two
    Next: two
";
    let right = faulty
        .replace("pass", "Pass")
        .replace("Variabel", "Variable")
        .replace("'true'", "true")
        .replace("thre\n", "three\n")
        .replace("    End: false\n", "")
        .replace("ErrorEquals: State.Timeout", "ErrorEquals: [\"State.Timeout\"]")
        .replace("[\"State.Timeout\"]", "[\"States.Timeout\"]")
        .replace("State.ALL", "States.ALL");
    let path = file("styles.asl.yaml", faulty);
    let (_, output) = check(&path, &[]);
    assert_eq!(read(&path), right, "{output}");
}

#[test]
fn what_stands_in_an_alias_or_in_folded_lines_is_left_and_told() {
    let text = "\
StartAt: a
States:
  a:
    Type: Pass
    Comment: &word >-
      one
    Next: >
      bil
    Parameters: { x: *word }
  bill: { Type: Wait, Seconds: 1, Next: *word, Comment: !!str 1 }
";
    let path = file("folded.asl.yaml", text);
    let (code, output) = check(&path, &[]);
    assert_eq!((code, read(&path)), (Some(1), text.to_owned()));
    assert!(!output.contains("\nfixed"), "{output}");
}

#[test]
fn definitions_in_templates_are_mended_through_all_their_escapes() {
    let json = r#"{ "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
  "DefinitionString": { "Fn::Sub": "{\"StartAt\": \"one\", \"States\": {\"one\": {\"Type\": \"Task\", \"Resource\": \"${F.Arn}\", \"Next\": \"tw\\u00f6o\", \"Retry\": [{\"ErrorEquals\": [\"State.ALL\"]}]}, \"twöxo\": {\"Type\": \"Pass\", \"End\": \"true\"}}}" } } },
  "J": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
  "DefinitionString": { "Fn::Join": ["", ["{\"StartAt\": \"one\", \"States\": {\"one\": {\"Type\": \"Task\", \"Resource\": \"", { "Ref": "F" }, "\", \"End\": \"true\"}}}"]] } } },
  "O": { "Type": "AWS::Serverless::StateMachine", "Properties": { "Definition":
    { "StartAt": "one", "States": { "one": { "Type": "Task", "Resource": { "Fn::GetAtt": ["F", "Arn"] }, "Ende": true } } } } } } }
"#;
    let right = json
        .replace(r#"tw\\u00f6o"#, "twöxo")
        .replace("State.ALL", "States.ALL")
        .replace(r#"\"true\""#, "true")
        .replace("Ende", "End");
    let path = file("template.json", json);
    let (code, output) = check(&path, &[]);
    assert_eq!(read(&path), right, "{output}");
    assert_eq!(code, Some(0), "{output}");

    let yaml = r#"Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "one", # no comment
          "States": { "one": { "Type": "Task", "Resource": "${F.Arn}", "End": "true", } }
        }
  S:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: '{"StartAt": "it''s", "States": {"it''s": {"Type": "Pass", "Next": "it''ss"}, "it''s me": {"Type": "succeed"}}}'
  T:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: one
        States:
          one: { Type: Task, Resource: !GetAtt F.Arn, End: !Sub "true" }
          two: { Type: succeed }
"#;
    let right = yaml.replace("\"End\": \"true\", }", "\"End\": true }").replace("succeed", "Succeed");
    let path = file("template.yaml", yaml);
    let (code, output) = check(&path, &[]);
    assert_eq!(read(&path), right.replace("\"End\": true }", "\"End\": \"true\", }"), "{output}");
    assert_eq!(code, Some(1), "{output}");
    // A comment in JSON ends nothing: without it, the rest is mended.
    let path = file("template.yaml", &yaml.replace(" # no comment", ""));
    check(&path, &[]);
    assert_eq!(read(&path), right.replace(" # no comment", ""));
}

#[test]
fn files_that_a_template_names_are_mended_too() {
    let template = "\
Resources:
  A: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: a.asl.json } }
  B: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: a.asl.json, Type: EXPRESS } }
";
    let path = file("names.yaml", template);
    let named = path.with_file_name("a.asl.json");
    fs::write(&named, FAULTY).unwrap();
    let (code, output) = check(&path, &["--dry-run"]);
    assert!(output.contains("+      \"Next\": \"notify\""), "{output}");
    assert_eq!((code, read(&named).as_str()), (Some(0), FAULTY));
    let (code, output) = check(&path, &[]);
    assert!(output.ends_with("(4 fixed)\n"), "{output}");
    assert_eq!((code, read(&path).as_str()), (Some(0), template));
    assert!(read(&named).contains("\"Next\": \"notify\""));
}

#[test]
fn machines_are_told_what_to_replace() {
    let outcome = stack_with(&["check", "--stdin", "--format", "jsonl"], FAULTY.as_bytes());
    let found = objects(&outcome.out)[0]["diagnostics"].as_array().unwrap().clone();
    let next = found.iter().find(|it| it["code"] == "unknown-target").unwrap();
    expect![[r#"
        [
          {
            "certain": true,
            "edits": [
              {
                "byte_end": 244,
                "byte_start": 239,
                "col": 16,
                "end_col": 21,
                "end_line": 9,
                "line": 9,
                "replacement": "notify"
              }
            ],
            "message": "did you mean `notify`?"
          }
        ]"#]]
    .assert_eq(&format!("{:#}", next["suggestions"]));
    assert_eq!(&FAULTY[239..244], "notfy");

    let outcome = stack_with(&["check", "--stdin", "--format", "sarif"], FAULTY.as_bytes());
    let log: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let next = results.iter().find(|it| it["ruleId"] == "unknown-target").unwrap();
    expect![[r#"
        [
          {
            "artifactChanges": [
              {
                "artifactLocation": {
                  "uri": "%3Cstdin%3E"
                },
                "replacements": [
                  {
                    "deletedRegion": {
                      "endColumn": 21,
                      "endLine": 9,
                      "startColumn": 16,
                      "startLine": 9
                    },
                    "insertedContent": {
                      "text": "notify"
                    }
                  }
                ]
              }
            ],
            "description": {
              "text": "did you mean `notify`?"
            }
          }
        ]"#]]
    .assert_eq(&format!("{:#}", next["fixes"]));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_stays_and_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let path = file("readonly.asl.json", FAULTY);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    // Root may write to any file.
    if fs::OpenOptions::new().append(true).open(&path).is_ok() {
        return;
    }
    let (code, output) = check(&path, &[]);
    assert_eq!((code, read(&path).as_str()), (Some(2), FAULTY));
    assert!(output.contains("readonly.asl.json cannot be written: "), "{output}");
}

#[test]
fn a_dry_run_is_one_of_fix() {
    let outcome = stack_with(&["check", "--dry-run", "good.asl.json"], b"");
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.err.contains("--fix"), "{}", outcome.err);
}
