//! Files of strangers: what they name is not read, what they are called commands nothing, and many faults are few lines.

#![cfg(unix)]

mod program;

use program::Outcome;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SECRET: &str = "hunter2-and-more";

/// A folder with a secret beside the working folder `repository`.
struct Sandbox(PathBuf);

impl Sandbox {
    fn new(test: &str) -> Self {
        let root = std::env::temp_dir().join(format!("stack-safety-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("repository/templates")).unwrap();
        fs::write(root.join("secret"), format!("TOKEN={SECRET}\n")).unwrap();
        let sandbox = Sandbox(root.canonicalize().unwrap());
        sandbox.write("good.asl.json", GOOD);
        sandbox
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join("repository").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn fifo(&self, name: &str) {
        assert!(Command::new("mkfifo").arg(self.path(name)).status().unwrap().success());
    }

    /// Runs the program in the working folder; it must end soon.
    fn run(&self, arguments: &[&str]) -> Outcome {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-stack"))
            .arg("stack")
            .args(arguments)
            .env("TOKEN", SECRET)
            .current_dir(self.0.join("repository"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let end = Instant::now() + Duration::from_secs(60);
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let read = |mut from: Box<dyn std::io::Read + Send>| {
            std::thread::spawn(move || {
                let mut text = String::new();
                from.read_to_string(&mut text).expect("the output is UTF-8");
                text
            })
        };
        let (out, err) = (read(Box::new(out)), read(Box::new(err)));
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if Instant::now() > end {
                child.kill().unwrap();
                panic!("{arguments:?} waits for something");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        Outcome { code: status.code(), out: out.join().unwrap(), err: err.join().unwrap() }
    }

    /// What each command and format makes of a file.
    fn run_all(&self, file: &str) -> Vec<Outcome> {
        let checks =
            ["human", "json", "jsonl", "sarif", "github"].map(|it| vec!["check", "--format", it, file]);
        let fixes = [vec!["check", "--fix", "--dry-run", file], vec!["check", "--fix", file]];
        let others = [
            vec!["iam", file],
            vec!["iam", "--explain", file],
            vec!["iam", "--format", "json", file],
            vec!["convert", file],
        ];
        checks.into_iter().chain(fixes).chain(others).map(|it| self.run(&it)).collect()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const GOOD: &str = r#"{ "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }"#;

fn template(named: &str) -> String {
    format!(
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    \
         Properties: {{ DefinitionUri: {named} }}\n"
    )
}

/// A template that names that file: nothing of it is printed, and it is said why.
fn assert_refused(sandbox: &Sandbox, named: &str, why: &str) {
    sandbox.write("t.yaml", &template(named));
    for outcome in sandbox.run_all("t.yaml") {
        let text = outcome.text();
        assert!(!text.contains(SECRET) && !text.contains("TOKEN"), "{text}");
        assert!(text.contains(why), "{text}");
        assert_ne!(outcome.code, Some(0), "{text}");
    }
}

const OUTSIDE: &str = "is not read: it is outside of the working folder";

#[test]
fn a_definition_uri_reads_nothing_outside_of_the_working_folder() {
    let sandbox = Sandbox::new("outside");
    let absolute = sandbox.0.join("secret");
    symlink("/proc/self/environ", sandbox.path("environ.asl.json")).unwrap();
    symlink("../secret", sandbox.path("secret.asl.json")).unwrap();
    symlink("..", sandbox.path("up")).unwrap();
    for named in ["../secret", "secret.asl.json", "up/secret", &absolute.display().to_string()] {
        assert_refused(&sandbox, named, OUTSIDE);
    }
    if cfg!(target_os = "linux") {
        assert_refused(&sandbox, "/proc/self/environ", OUTSIDE);
        assert_refused(&sandbox, "environ.asl.json", OUTSIDE);
    }
    let outcome = sandbox.run(&["check", "--format", "human", "t.yaml"]);
    assert_eq!(outcome.code, Some(2), "what was not read was not checked");
}

#[test]
fn a_definition_uri_reads_what_is_below_the_working_folder_or_that_of_the_template() {
    let sandbox = Sandbox::new("inside");
    symlink("good.asl.json", sandbox.path("link.asl.json")).unwrap();
    sandbox.write("templates/t.yaml", &template("../good.asl.json"));
    sandbox.write("t.yaml", &template("link.asl.json"));
    for file in ["t.yaml", "templates/t.yaml"] {
        let outcome = sandbox.run(&["check", file]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.text());
    }
    // The working folder is another one.
    fs::write(sandbox.0.join("t.yaml"), template("repository/good.asl.json")).unwrap();
    let outcome = sandbox.run(&["check", "../t.yaml"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.text());
}

#[test]
fn of_a_file_that_is_no_definition_nothing_is_quoted() {
    let sandbox = Sandbox::new("quotes");
    sandbox.write("config.json", &format!(r#"{{ "auths": {{ "registry": "{SECRET}" }}, "TOKEN": x }}"#));
    sandbox.write("credentials", &format!("[default]\nTOKEN = {SECRET}\n"));
    sandbox.write("list.yaml", &format!("- {SECRET}\n- TOKEN: *x\n"));
    sandbox.write("broken.json", &format!("{{{{ TOKEN {SECRET}"));
    for named in ["config.json", "credentials", "list.yaml", "broken.json"] {
        assert_refused(&sandbox, named, &format!("`{named}` is not a definition"));
    }
    // Of one that is broken there is more to say.
    sandbox.write("half.json", r#"{ "StartAt": "a", "States": { "a": { "Type": "Succeed" }"#);
    sandbox.write("t.yaml", &template("half.json"));
    assert!(sandbox.run(&["check", "t.yaml"]).out.contains("found the end"));
}

#[test]
fn a_link_out_of_the_working_folder_shows_nothing_that_is_no_definition() {
    let sandbox = Sandbox::new("link");
    let mut bytes = format!("TOKEN={SECRET} ").into_bytes();
    bytes.push(0xff);
    fs::write(sandbox.0.join("bytes"), bytes).unwrap();
    symlink("../secret", sandbox.path("secret.asl.json")).unwrap();
    symlink("../bytes", sandbox.path("bytes.asl.json")).unwrap();
    symlink("..", sandbox.path("up")).unwrap();
    for file in ["secret.asl.json", "bytes.asl.json", "up/secret"] {
        for outcome in sandbox.run_all(file) {
            let text = outcome.text();
            assert!(!text.contains(SECRET) && !text.contains("TOKEN"), "{text}");
            assert_ne!(outcome.code, Some(0), "{text}");
        }
    }
    fs::write(sandbox.0.join("good.asl.json"), GOOD).unwrap();
    symlink("../good.asl.json", sandbox.path("other.asl.json")).unwrap();
    assert_eq!(sandbox.run(&["check", "other.asl.json"]).code, Some(0));
    // A file that was named by its own path is shown.
    fs::write(sandbox.0.join("config.json"), format!(r#"{{ "{SECRET}": 1 }}"#)).unwrap();
    assert!(sandbox.run(&["check", "../config.json"]).out.contains(SECRET));
}

#[test]
fn pipes_and_devices_are_refused_everywhere() {
    let sandbox = Sandbox::new("fifo");
    sandbox.fifo("fifo.asl.json");
    let why = "cannot be read: it is a pipe or a device";
    for file in ["fifo.asl.json", "/dev/zero", "/dev/null"] {
        for outcome in sandbox.run_all(file) {
            assert_eq!(outcome.code, Some(2), "{}", outcome.text());
            assert!(outcome.text().contains(why), "{}", outcome.text());
        }
    }
    assert_refused(&sandbox, "fifo.asl.json", "`fifo.asl.json` cannot be read: it is a pipe or a device");
    symlink("/dev/zero", sandbox.path("zero.asl.json")).unwrap();
    assert_refused(&sandbox, "zero.asl.json", OUTSIDE);
}

/// Whether something in the output speaks to a terminal or to a CI system.
fn is_dangerous(text: &str) -> bool {
    let is_command = |line: &str| {
        let ours =
            ["::error file=", "::warning file=", "::notice file="].iter().any(|it| line.starts_with(it));
        line.trim_start().starts_with("::") && !ours
    };
    text.contains(|c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)))
        || text.contains("##[")
        || text.contains("##vso[")
        || text.lines().any(is_command)
}

#[test]
fn names_do_not_speak_to_terminals_and_ci_systems() {
    let sandbox = Sandbox::new("names");
    let names = [
        r"a\u001b]0;title\u0007\u001b[2J",
        r"a\n::add-mask::x",
        r"a\r\n  ::stop-commands::x",
        "##[add-mask]x",
        "##vso[task.setvariable variable=x]y",
        r"\u202egpj.exe",
        "\u{202e}gpj.exe",
        "\u{9b}31m",
    ];
    for name in names {
        // Faults of its own, of a name that is near, of a path, and of tasks whose permissions are not known.
        let text = format!(
            r#"{{ "StartAt": "{name}", "States": {{
                "{name}": {{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "{name}": 1,
                    "Parameters": {{ "QueueUrl": "{name}", "MessageBody.$": "$.{name}[", "{name}": 1 }}, "Next": "{name}x" }},
                "unused": {{ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:{name}", "End": true }} }} }}"#
        );
        let file =
            format!("{}.asl.json", name.replace("\\u001b", "\u{1b}").replace("\\n", "\n").replace('/', "-"));
        for file in ["plain.asl.json", &file] {
            sandbox.write(file, &text);
            for outcome in sandbox.run_all(file) {
                assert!(!is_dangerous(&outcome.out) && !is_dangerous(&outcome.err), "{file:?} {outcome:?}");
            }
        }
        // One that is accepted, so that it is converted and its permissions are told.
        let text = format!(
            r#"{{ "Comment": "{name}", "StartAt": "{name}", "States": {{ "{name}": {{ "Type": "Task", "Comment": "\"{name}",
                "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {{ "QueueUrl.$": "$.a", "MessageBody": "\\{name}" }},
                "End": true }} }} }}"#
        );
        sandbox.write("fine.asl.json", &text);
        for outcome in sandbox.run_all("fine.asl.json") {
            assert!(!is_dangerous(&outcome.out) && !is_dangerous(&outcome.err), "{outcome:?}");
        }
        assert_eq!(sandbox.run(&["convert", "fine.asl.json"]).code, Some(0));
    }
    let outcome = sandbox.run(&["check", "--\u{1b}[2J\n::add-mask::x"]);
    assert!(!is_dangerous(&outcome.err), "{outcome:?}");
}

#[test]
fn what_stands_for_a_name_is_what_json_writes() {
    let sandbox = Sandbox::new("escapes");
    sandbox
        .write("a.json", r#"{ "StartAt": "a\u001b[31m\n::x::", "States": { "b": { "Type": "Succeed" } } }"#);
    let out = sandbox.run(&["check", "a.json"]).out;
    assert!(out.contains(r"`StartAt` names `a\u001b[31m\n::x::`"), "{out}");
}

/// A definition with so many faults of one kind.
fn faulty(before: &str, faults: impl Iterator<Item = String>, after: &str) -> String {
    let faults: Vec<String> = faults.collect();
    format!("{before}{}{after}", faults.join(","))
}

/// Without optimization, a tenth of the faults has to do.
const SHARE: usize = if cfg!(debug_assertions) { 10 } else { 1 };

#[test]
fn very_many_faults_are_found_fast_and_few_are_printed() {
    const MANY: usize = 100_000 / SHARE;
    const END: &str = r#"},"End":true}}}"#;
    let pass = r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":{"#;
    let long = "x".repeat(500_000 / SHARE);
    let sandbox = Sandbox::new("many");
    let texts = [
        ("keys", faulty(pass, (0..MANY).map(|_| r#""a":1"#.into()), END)),
        (
            "fields",
            faulty(
                r#"{"StartAt":"a","States":{"a":{"Type":"Succeed","#,
                (0..MANY).map(|n| format!("\"f{n}\":1")),
                "}}}",
            ),
        ),
        (
            "words",
            faulty(
                r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":["#,
                (0..MANY).map(|_| "x".into()),
                r#"],"End":true}}}"#,
            ),
        ),
        (
            "expressions",
            faulty(
                r#"{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Pass","Output":["#,
                (0..MANY).map(|_| r#""{% $x%}""#.into()),
                r#"],"End":true}}}"#,
            ),
        ),
        (
            "targets",
            faulty(
                r#"{"StartAt":"s0","States":{"#,
                (0..MANY * 2 / 5).map(|n| format!(r#""s{n}":{{"Type":"Pass","Next":"t{n}"}}"#)),
                "}}",
            ),
        ),
        // A name of half a megabyte, which thousands of messages quote.
        (
            "names",
            faulty(
                &format!(r#"{{"StartAt":"{long}","States":{{"{long}":{{"Type":"Choice","Choices":["#),
                (0..MANY * 3 / 20).map(|_| r#"{"Variable":"$.a","IsNull":true,"Next":"y"}"#.into()),
                "]}}}",
            ),
        ),
        (
            "near",
            format!(
                r#"{{"StartAt":"{long}y","States":{{"{long}":{{"Type":"Pass","Result":{{"{long}":{{"a":1,"a":1}}}}}}}}}}"#
            ),
        ),
    ];
    for (name, text) in texts {
        assert!(text.len() <= 2 << 20, "{name}");
        sandbox.write("many.json", &text);
        for format in ["human", "json", "jsonl", "sarif", "github"] {
            let start = Instant::now();
            let outcome = sandbox.run(&["check", "--format", format, "many.json"]);
            let seconds = start.elapsed().as_secs_f64();
            assert_eq!(outcome.code, Some(1), "{name} {format}");
            assert!(outcome.out.len() <= 1 << 20, "{name} {format}: {} bytes", outcome.out.len());
            let limit = if cfg!(debug_assertions) { 30.0 } else { 1.0 };
            assert!(seconds < limit, "{name} {format}: {seconds} s");
        }
    }
    sandbox.write("many.json", &faulty(pass, (0..MANY).map(|_| r#""a":1"#.into()), END));
    let told = |format| sandbox.run(&["check", "--format", format, "many.json"]).out;
    let (errors, left) = (MANY - 1, MANY - 501);
    assert!(told("human").contains(&format!("{left} more errors ")));
    assert!(told("human").contains(&format!("checked 1 file: {errors} errors, ")));
    assert!(told("github").contains(&format!("::notice file=many.json::{left} more errors")));
    assert!(told("jsonl").contains(&format!("\"left_out\":{{\"errors\":{left},")));
    assert!(told("sarif").contains(" results are left out of files"));
}

#[test]
fn with_fix_everything_is_mended_and_little_is_printed() {
    let sandbox = Sandbox::new("fix");
    let states: Vec<String> = (0..2000)
        .map(|n| format!(r#""checkState{n:05}": {{ "Type": "Pass", "Next": "last", "End": false }}"#))
        .collect();
    let text = format!(
        r#"{{ "StartAt": "checkState00000", "States": {{ {}, "last": {{ "Type": "Succeed" }} }} }}"#,
        states.join(",\n")
    );
    sandbox.write("fix.json", &text);
    let outcome = sandbox.run(&["check", "--fix", "fix.json"]);
    assert!(outcome.out.lines().count() < 6000, "{}", outcome.out.lines().count());
    let left = fs::read_to_string(sandbox.path("fix.json")).unwrap();
    assert!(!left.contains("End"), "all are mended, not only those that are shown");
    assert!(outcome.out.contains("and 1500 more\n"));
    assert!(Path::new(&sandbox.path("fix.json")).is_file());
}
