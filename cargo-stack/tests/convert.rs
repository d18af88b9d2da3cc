//! `cargo stack convert`: what it writes compiles, and says what the definition said.

mod program;

use expect_test::expect;
use program::stack;
use stack_core::finding::Findings;
use stack_core::json::{Json, Node};
use std::fmt::Write as _;
use std::path::Path;

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
            First {
                StartAt: bill,
                States: {
                    bill: Task {
                        // `${Bill.Arn}` in the original: a reference to the resource stands here.
                        Resource: "arn:aws:lambda:us-east-1:123456789012:function:Bill_Arn",
                        // `${Patience}` in the original: a reference or an expression stands here.
                        TimeoutSeconds: 60,
                        Parameters: {
                            // `${Orders}` in the original: a reference or an expression stands here.
                            Table: "${Orders}",
                            Keys: [
                                // `${Key}` in the original: a reference or an expression stands here.
                                "${Key}",
                            ],
                        },
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
    for (number, path) in paths.iter().enumerate() {
        let outcome = stack(&["convert", path.to_str().unwrap()]);
        assert_eq!(outcome.code, Some(0), "{}: {}", path.display(), outcome.err);
        let mut lines = outcome.out.lines().skip(1).map(str::trim);
        let name = lines.find(|line| !line.starts_with(['/', '#'])).unwrap();
        let name = name.trim_end_matches(" {");
        let print = format!("pub(crate) fn print() {{ crate::print::<{name}>() }}");
        let _ = writeln!(source, "mod m{number} {{\n{}\n{print}\n}}", outcome.out);
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
    for number in 0..paths.len() {
        let _ = writeln!(source, "    m{number}::print();");
    }
    source.push_str("}\n");
    let dependencies = format!("stack = {{ package = \"stack-aws\", path = {:?} }}", stack_tests::root());
    let tmp = env!("CARGO_TARGET_TMPDIR");
    let printed = stack_tests::run_crate(tmp, "converted-workflows", &dependencies, &[], &source);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 2 * paths.len());
    for (path, printed) in paths.iter().zip(lines.chunks(2)) {
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
