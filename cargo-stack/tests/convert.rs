//! `cargo stack convert`: what it writes compiles, and says what the definition said.

mod program;

use expect_test::expect;
use program::stack;
use stack_core::finding::Findings;
use stack_core::json::{Json, Node};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn names_go_bare_types_to_the_front_and_comments_above() {
    expect![[r##"
        stack::state_machine! {
            /// A batch job, then an upload.
            Report {
                StartAt: generate,
                TimeoutSeconds: 512,
                States: {
                    generate: Task {
                        Resource: batch:submitJob.sync,
                        Parameters: { JobDefinition: "generate", "JobName.$": "$.name", JobQueue: "queue" },
                        Catch: [{
                            ErrorEquals: [States.Timeout, Batch.AWSBatchException],
                            Next: "tell me",
                        }],
                        Next: upload,
                    },
                    /// Alone retried.
                    upload: Task {
                        Resource: "arn:aws:lambda:us-east-1:123456789012:function:upload",
                        Retry: [{ ErrorEquals: [States.ALL], IntervalSeconds: 10 }],
                        Next: succeed,
                    },
                    "tell me": Fail { Error: Upload.Failed, Cause: r#"said "no""# },
                    succeed: Succeed,
                },
            }
        }
        exit code: 0
    "##]]
    .assert_eq(&stack(&["convert", "report.asl.yaml"]).text());
}

#[test]
fn machines_of_a_template_are_converted_and_say_what_to_fill_in() {
    let outcome = stack(&["convert", "--machine", "Callback", "template.yaml"]);
    expect![[r#"
        error: `Callback` would not compile; `cargo stack check` shows where:
        [unsupported-in-express] an Express machine cannot use `.waitForTaskToken`
        exit code: 1
    "#]]
    .assert_eq(&outcome.text());
    let all = stack(&["convert", "convertible.yaml"]);
    expect![[r#"
        stack::state_machine! {
            #[express]
            // In place of `..`, say what it is: `bill_customer.arn`, `"text"` or a number.
            #[substitutions(
                "Bill.Arn" = ..,
                Patience = ..,
                Orders = ..,
                Key = ..,
            )]
            First {
                StartAt: bill,
                States: {
                    bill: Task {
                        Resource: "${Bill.Arn}",
                        TimeoutSeconds: "${Patience}",
                        Parameters: { Table: "${Orders}", Keys: ["${Key}"] },
                        End: true,
                    },
                },
            }
        }

        stack::state_machine! {
            Second {
                StartAt: wait,
                States: {
                    wait: Wait { Seconds: 10, Next: done },
                    done: Succeed,
                },
            }
        }
        exit code: 0
    "#]]
    .assert_eq(&all.text());
}

#[test]
fn what_would_not_compile_is_not_converted() {
    expect![[r#"
        error: `Typo` would not compile; `cargo stack check` shows where:
        [unknown-target] `a` goes to `bb`, which is not a state of this machine
        [unknown-field] a Pass state has no field `Foo`
        exit code: 1
    "#]]
    .assert_eq(&stack(&["convert", "typo.asl.json"]).text());
    assert_eq!(stack(&["convert", "nowhere.json"]).code, Some(2));
    assert_eq!(stack(&["convert"]).code, Some(2));
    assert_eq!(stack(&["convert", "--machine", "Unknown", "template.yaml"]).code, Some(1));
}

/// The value with the members of its objects sorted: a type in front of a state's braces comes first.
fn sorted(node: &mut Node<'_>) {
    match &mut node.json {
        Json::Array(items) => items.iter_mut().for_each(sorted),
        Json::Object(members) => {
            members.iter_mut().for_each(|member| sorted(&mut member.value));
            members.sort_by(|a, b| a.key.value.cmp(&b.key.value));
        }
        _ => {}
    }
}

fn value<'a>(text: &'a str, holes: &[(u32, Json<'a>)]) -> Node<'a> {
    let out = Findings::new();
    let mut node = stack_core::read(text, holes, &out);
    let findings = out.finish();
    assert!(findings.is_empty(), "{findings:?}");
    sorted(&mut node);
    node
}

#[test]
fn workflows_compile_and_come_out_as_they_went_in() {
    let mut paths = program::workflows();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    paths.extend(["odd.asl.json", "good.asl.json"].map(|name| files.join(name)));
    let mut source = String::from("#![deny(unused)]\n#![allow(deprecated)]\nuse stack::Machine;\n");
    // Each as it is, and with placeholders for its ARNs, which are told then.
    let twins: Vec<(&PathBuf, String)> = paths.iter().map(|path| (path, without_arns(path))).collect();
    let converted = paths.iter().map(|path| (path, convert(path))).chain(twins);
    let converted: Vec<(&PathBuf, String)> = converted.collect();
    for (number, (_, out)) in converted.iter().enumerate() {
        let mut lines = out.lines().skip(1).map(str::trim);
        let name = lines.find(|line| line.ends_with(" {")).unwrap();
        let name = name.trim_end_matches(" {");
        let print = format!("pub(crate) fn print() {{ crate::print::<{name}>() }}");
        let _ = writeln!(source, "mod m{number} {{\n{out}\n{print}\n}}");
    }
    source.push_str(
        "fn print<M: Machine>() {\n    println!(\"{}\", M::DEFINITION.text);\n    \
         let hole = |(at, hole): (&str, &str)| {\n        \
             format!(\"{at} {:?}\", M::DEFINITION.holes[hole.parse::<usize>().unwrap()])\n    \
         };\n    \
         let places = M::DEFINITION.places.split_whitespace().filter_map(|place| place.split_once(':'));\n    \
         let holes: Vec<_> = places.map(hole).collect();\n    \
         println!(\"{}\", holes.join(\" \"));\n}\n",
    );
    source.push_str("fn main() {\n");
    for number in 0..converted.len() {
        let _ = writeln!(source, "    m{number}::print();");
    }
    source.push_str("}\n");
    let dependencies = format!("stack = {{ package = \"stack-aws\", path = {:?} }}", stack_tests::root());
    let tmp = env!("CARGO_TARGET_TMPDIR");
    let printed = stack_tests::run_crate(tmp, "converted-workflows", &dependencies, &[], &source);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 2 * converted.len());
    for ((path, _), printed) in converted.iter().zip(lines.chunks(2)) {
        let integration = |hole: &str| {
            let name = hole.strip_prefix("Integration(\"").and_then(|hole| hole.strip_suffix("\")"));
            format!("arn:aws:states:::{}", name.unwrap_or_else(|| panic!("{hole} is no integration")))
        };
        let words: Vec<&str> = printed[1].split_whitespace().collect();
        let hole = |hole: &[&str]| (hole[0].parse().unwrap(), Json::String(integration(hole[1]).into()));
        let holes: Vec<_> = words.chunks(2).map(hole).collect();
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(value(printed[0], &holes), value(&text, &[]), "{}", path.display());
    }
    println!("{} definitions came out as they went in", paths.len());
}

fn convert(path: &Path) -> String {
    let outcome = stack(&["convert", path.to_str().unwrap()]);
    assert_eq!(outcome.code, Some(0), "{}: {}", path.display(), outcome.err);
    outcome.out
}

/// The text for a definition with placeholders in place of its ARNs, or of their partitions, with what these are.
fn without_arns(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let (mut changed, mut told) = (String::new(), Vec::new());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\"arn:aws:") {
        let name = format!("Given{}", told.len());
        let (arn, behind) = after.split_once('"').unwrap();
        changed.push_str(before);
        rest = if told.len() % 2 == 0 {
            changed.push_str(&format!("\"${{{name}}}\""));
            told.push((name, format!("arn:aws:{arn}")));
            behind
        } else {
            changed.push_str(&format!("\"arn:${{{name}}}:"));
            told.push((name, "aws".into()));
            after
        };
    }
    changed.push_str(rest);
    let name = path.file_name().unwrap().to_str().unwrap();
    let changed_path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("without-arns-{name}"));
    std::fs::write(&changed_path, changed).unwrap();
    let mut out = convert(&changed_path);
    for (name, text) in told {
        let open = format!("        {name} = ..,\n");
        // One in a comment stays there.
        if out.contains(&open) {
            out = out.replace(&open, &format!("        {name} = {text:?},\n"));
        }
    }
    assert!(!out.contains(" = ..,"), "{out}");
    out
}

/// What is known at deployment only keeps its place, and somebody has to say what it is.
#[test]
fn placeholders_are_declared_and_left_open() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("open.asl.json");
    let definition = r#"{ "StartAt": "tell", "States": {
        "tell": {
            "Type": "Task", "Resource": "arn:${partition}:states:::sns:publish", "TimeoutSeconds": ${Patience},
            "Parameters": { "TopicArn": "${news.arn}", "Message": "to ${aws:username} in ${AWS::Region}", "x": ${Other} },
            "Comment": "as ${somebody} said", "Next": "if"
        },
        "if": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [
            { "Condition": "{% ${Flag} = true and $exists($states.input.${'a': 1}) %}", "Next": "end" }
        ], "Default": "end" },
        "end": { "Type": "Succeed" }
    } }"#;
    std::fs::write(&path, definition).unwrap();
    expect![[r#"
        error: `Open` would not compile; `cargo stack check` shows where:
        [unknown-parameter] `sns:publish` has no parameter `x`
        exit code: 1
    "#]]
    .assert_eq(&stack(&["convert", path.to_str().unwrap()]).text());
    std::fs::write(
        &path,
        r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", ${More}, "End": true } } }"#,
    )
    .unwrap();
    expect![[r#"
        error: `Open` has a placeholder in place of members, which a macro cannot fill in
        exit code: 1
    "#]]
    .assert_eq(&stack(&["convert", path.to_str().unwrap()]).text());
}
