//! Calls the program as a user does, in the folder of sample files.

#![allow(dead_code, reason = "no test uses all of it")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the program did.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Outcome {
    /// Everything, for a snapshot.
    pub(crate) fn text(&self) -> String {
        format!("{}{}exit code: {:?}\n", self.out, self.err, self.code.unwrap_or(-1))
    }
}

/// Runs it as cargo does, with `stack` as the first argument, in the folder of samples.
pub(crate) fn stack(arguments: &[&str]) -> Outcome {
    stack_with(arguments, b"")
}

/// The same with something on the standard input.
pub(crate) fn stack_with(arguments: &[&str], input: &[u8]) -> Outcome {
    let mut all = vec!["stack"];
    all.extend(arguments);
    program(&all, input)
}

/// Runs it with just these arguments.
pub(crate) fn program(arguments: &[&str], input: &[u8]) -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-stack"))
        .args(arguments)
        // The width of the help.
        .env_remove("COLUMNS")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a standard input");
    let input = input.to_vec();
    // On a thread of its own: the program may answer before it has read everything.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
    Outcome { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// The objects of `jsonl`.
pub(crate) fn objects(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// The codes of a file's findings.
pub(crate) fn codes(object: &serde_json::Value) -> Vec<String> {
    let list = object["diagnostics"].as_array().expect("diagnostics");
    list.iter().map(|it| it["code"].as_str().expect("a code").to_owned()).collect()
}

/// The files below a folder, in order.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    let inner = |path: PathBuf| if path.is_dir() { files_in(&path) } else { vec![path] };
    entries.into_iter().flat_map(inner).collect()
}

/// The workflows: the project's own, and the real ones of the reference data where that is there. Those add the habits of
/// other authors.
pub(crate) fn workflows() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for folder in ["../tests/workflows", "../../shared/corpus/workflows"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        paths.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    paths.sort();
    assert!(paths.len() >= 20, "the project has workflows of its own");
    paths
}
