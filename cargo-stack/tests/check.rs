//! `cargo stack check`: formats, exit codes, and where the files come from.

mod program;

use expect_test::expect;
use program::{codes, objects, stack, stack_with};

#[test]
fn people_see_the_fault_in_its_line() {
    expect![[r#"
        error: [unknown-target] `a` goes to `bb`, which is not a state of this machine
         --> typo.asl.json:4:36
          |
        4 |     "a": { "Type": "Pass", "Next": "bb", "Foo": 1 },
          |                                    ^^^^
          |
          = help: did you mean `b`?
          = help: the states here are `a`, `b`

        error: [unknown-field] a Pass state has no field `Foo`
         --> typo.asl.json:4:42
          |
        4 |     "a": { "Type": "Pass", "Next": "bb", "Foo": 1 },
          |                                          ^^^^^

        error: [unreadable-file] the file cannot be read: no such file or directory
        --> nowhere.asl.json

        checked 3 files: 3 errors, no warnings
        exit code: 2
    "#]]
    .assert_eq(&stack(&["check", "typo.asl.json", "good.asl.json", "nowhere.asl.json"]).text());
}

#[test]
fn machines_get_an_object_for_each_file() {
    let outcome = stack(&["check", "--format", "jsonl", "typo.asl.json", "warned.asl.json", "good.asl.json"]);
    expect![[r#"
        {"file":"typo.asl.json","ok":false,"diagnostics":[{"code":"unknown-target","severity":"error","message":"`a` goes to `bb`, which is not a state of this machine","path":"/States/a/Next","line":4,"col":36,"help":"did you mean `b`?\nthe states here are `a`, `b`","suggestions":[{"message":"did you mean `b`?","certain":false,"edits":[{"line":4,"col":37,"end_line":4,"end_col":39,"byte_start":70,"byte_end":72,"replacement":"b"}]}]},{"code":"unknown-field","severity":"error","message":"a Pass state has no field `Foo`","path":"/States/a/Foo","line":4,"col":42,"help":"","suggestions":[]}]}
        {"file":"warned.asl.json","ok":true,"diagnostics":[{"code":"redundant-end","severity":"warning","message":"`End: false` has no effect next to `Next`","path":"/States/a/End","line":3,"col":51,"help":"remove it","suggestions":[{"message":"remove it","certain":true,"edits":[{"line":3,"col":49,"end_line":3,"end_col":63,"byte_start":68,"byte_end":82,"replacement":""}]}]}]}
        {"file":"good.asl.json","ok":true,"diagnostics":[]}
        exit code: 1
    "#]].assert_eq(&outcome.text());
}

#[test]
fn json_is_one_object_with_all_files() {
    let outcome = stack(&["check", "--format", "json", "typo.asl.json", "good.asl.json"]);
    let value: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(value["files"][0]["file"], "typo.asl.json");
    assert_eq!(value["files"][1]["ok"], true);
    let summary = &value["summary"];
    assert_eq!((&summary["n"], &summary["errors"]), (&2.into(), &2.into()));
    let none: serde_json::Value =
        serde_json::from_str(&stack_with(&["check", "--format", "json", "--stdin-list"], b"").out).unwrap();
    assert_eq!(none["files"], serde_json::json!([]));
}

#[test]
fn sarif_has_rules_results_and_regions() {
    let outcome = stack(&[
        "check",
        "--format",
        "sarif",
        "good.asl.json",
        "typo.asl.json",
        "warned.asl.json",
        "nowhere",
    ]);
    let value: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!((outcome.code, &value["version"]), (Some(2), &"2.1.0".into()));
    let run = &value["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    let unreachable = rules.iter().find(|rule| rule["id"] == "unreachable-state").unwrap();
    let description = unreachable["shortDescription"]["text"].as_str().unwrap();
    assert!(description.starts_with("Every state can be reached"), "{description}");
    assert!(results.iter().all(|result| rules.iter().any(|rule| rule["id"] == result["ruleId"])));
    expect![[r#"
        {
          "fixes": [
            {
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "typo.asl.json"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "endColumn": 39,
                        "endLine": 4,
                        "startColumn": 37,
                        "startLine": 4
                      },
                      "insertedContent": {
                        "text": "b"
                      }
                    }
                  ]
                }
              ],
              "description": {
                "text": "did you mean `b`?"
              }
            }
          ],
          "level": "error",
          "locations": [
            {
              "logicalLocations": [
                {
                  "fullyQualifiedName": "/States/a/Next"
                }
              ],
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "typo.asl.json"
                },
                "region": {
                  "endColumn": 40,
                  "startColumn": 36,
                  "startLine": 4
                }
              }
            }
          ],
          "message": {
            "text": "`a` goes to `bb`, which is not a state of this machine\nhelp: did you mean `b`?\nhelp: the states here are `a`, `b`"
          },
          "ruleId": "unknown-target"
        }
    "#]].assert_eq(&format!("{:#}\n", results[0]));
    assert_eq!(results[2]["level"], "warning");
    let none: serde_json::Value =
        serde_json::from_str(&stack(&["check", "--format", "sarif", "good.asl.json"]).out).unwrap();
    assert_eq!(none["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn github_gets_a_command_for_each_finding() {
    let outcome = stack(&[
        "check",
        "--format",
        "github",
        "good.asl.json",
        "typo.asl.json",
        "warned.asl.json",
        "nowhere",
    ]);
    expect![[r#"
        ::error file=typo.asl.json,line=4,col=36,title=unknown-target::`a` goes to `bb`, which is not a state of this machine%0Ahelp: did you mean `b`?%0Ahelp: the states here are `a`, `b`
        ::error file=typo.asl.json,line=4,col=42,title=unknown-field::a Pass state has no field `Foo`
        ::warning file=warned.asl.json,line=3,col=51,title=redundant-end::`End: false` has no effect next to `Next`%0Ahelp: remove it
        ::error file=nowhere,title=unreadable-file::the file cannot be read: no such file or directory
        exit code: 2
    "#]].assert_eq(&outcome.text());
}

#[test]
fn warnings_leave_a_file_ok_unless_they_are_denied() {
    let warned = stack(&["check", "--format=jsonl", "warned.asl.json"]);
    let object = &objects(&warned.out)[0];
    assert_eq!((warned.code, &object["ok"]), (Some(0), &true.into()));
    assert_eq!(object["diagnostics"][0]["severity"], "warning");

    let denied = stack(&["check", "--format=jsonl", "--deny", "warnings", "warned.asl.json"]);
    let object = &objects(&denied.out)[0];
    assert_eq!((denied.code, &object["ok"]), (Some(1), &false.into()));
    assert_eq!(object["diagnostics"][0]["severity"], "deny");

    let allowed = stack(&["check", "--allow", "redundant-end", "--deny", "warnings", "warned.asl.json"]);
    assert_eq!(allowed.out, "checked 1 file: no errors, no warnings\n");
}

#[test]
fn the_type_matters() {
    let callback = br#"{ "StartAt": "a", "States": { "a": { "Type": "Task", "End": true,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } } } } }"#;
    assert_eq!(stack_with(&["check", "--stdin"], callback).code, Some(0));
    let express = stack_with(&["check", "--stdin", "--type", "express", "--format", "jsonl"], callback);
    assert_eq!(
        (express.code, codes(&objects(&express.out)[0])),
        (Some(1), vec!["unsupported-in-express".into()])
    );
    assert_eq!(objects(&express.out)[0]["file"], "<stdin>");
}

#[test]
fn a_list_of_files_may_say_the_type_of_each() {
    let list = b"good.asl.json\tEXPRESS\r\n\ntypo.asl.json\nnowhere\tSTANDARD\n";
    let outcome = stack_with(&["check", "--stdin-list", "--format", "jsonl"], list);
    let objects = objects(&outcome.out);
    let files: Vec<_> = objects.iter().filter_map(|object| object["file"].as_str()).collect();
    assert_eq!(files, ["good.asl.json", "typo.asl.json", "nowhere"]);
    let summary = &objects[3]["summary"];
    assert_eq!((outcome.code, &summary["n"]), (Some(2), &3.into()));
    assert!(
        summary["bytes"].as_u64() > Some(200) && summary["check_s"].is_f64() && summary["startup_s"].is_f64()
    );
}

#[cfg(unix)]
#[test]
fn names_of_files_in_a_list_need_not_be_text() {
    let outcome = stack_with(&["check", "--stdin-list", "--format", "jsonl"], b"\xff.json\ngood.asl.json\n");
    let objects = objects(&outcome.out);
    assert_eq!(codes(&objects[0]), ["unreadable-file"]);
    assert_eq!((outcome.code, &objects[1]["ok"]), (Some(2), &true.into()));
}

#[test]
fn a_document_and_a_list_cannot_both_come() {
    let outcome = stack(&["check", "--stdin", "--stdin-list"]);
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.err.starts_with("error: the argument '--stdin' cannot be used with '--stdin-list'"),
        "{}",
        outcome.err
    );
}

#[test]
fn output_comes_in_the_order_of_the_input_from_any_number_of_threads() {
    let names = ["good.asl.json", "typo.asl.json", "warned.asl.json"];
    let list: String = (0..200).map(|number| format!("{}\n", names[number % 3])).collect();
    let lines = |threads: &str| {
        let arguments = ["check", "--stdin-list", "--format", "jsonl", "--threads", threads];
        let out = stack_with(&arguments, list.as_bytes()).out;
        out.lines().take(200).map(str::to_owned).collect::<Vec<_>>()
    };
    let one = lines("1");
    assert_eq!(one.len(), 200);
    assert_eq!(one, lines("4"));
}

#[test]
fn what_cannot_be_understood_ends_with_two() {
    for arguments in [
        &["check"][..],
        &["frobnicate"],
        &["check", "--frobnicate", "x"],
        &["check", "--format", "xml", "good.asl.json"],
        &["check", "--type", "fast", "good.asl.json"],
        &["check", "--deny", "errors", "good.asl.json"],
        &["check", "--allow", "unknown-target", "good.asl.json"],
        &["check", "--stdin", "good.asl.json"],
        &["check", "--threads", "many", "good.asl.json"],
        &["explain"],
        &["explain", "unknown-targt"],
        &["convert", "good.asl.json", "typo.asl.json"],
        &["completions", "tcsh"],
        &["rules", "--format", "xml"],
    ] {
        let outcome = stack(arguments);
        assert_eq!((outcome.code, outcome.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(outcome.err.starts_with("error: "), "{arguments:?}: {}", outcome.err);
    }
}

#[test]
fn a_rule_is_explained_and_all_are_listed() {
    let page = stack(&["explain", "unreachable-state"]).out;
    for part in [
        "# unreachable-state\n",
        "Severity: error. It cannot be silenced.",
        "## What it checks",
        "## Why",
        "Instead:",
        "## Source",
    ] {
        assert!(page.contains(part), "no {part:?} in {page}");
    }
    let page = stack(&["explain", "missing-default"]).out;
    assert!(page.contains("`#[allow(stack::missing-default)]`"), "{page}");
    let list = stack(&["rules"]).out;
    assert!(list.lines().any(|line| line.starts_with("duplicate-key ") && line.ends_with(" deny")), "{list}");
    let json: serde_json::Value = serde_json::from_str(&stack(&["rules", "--format", "json"]).out).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(list.lines().count()));
    assert!(json[0]["page"].as_str().is_some_and(|page| page.starts_with("## What it checks")));
}

#[test]
fn workflows_are_accepted() {
    let paths = program::workflows();
    let mut arguments = vec!["check"];
    arguments.extend(paths.iter().filter_map(|path| path.to_str()));
    let outcome = stack(&arguments);
    assert_eq!(outcome.code, Some(0), "{}", outcome.out);
}

#[test]
fn ten_faults_are_ten_diagnostics() {
    let outcome = stack(&["check", "--format", "jsonl", "ten.asl.json"]);
    let object = &objects(&outcome.out)[0];
    let list = object["diagnostics"].as_array().unwrap();
    let states: Vec<_> = list.iter().filter_map(|it| it["path"].as_str()?.split('/').nth(2)).collect();
    assert_eq!(states, ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]);
}
