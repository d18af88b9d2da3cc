//! Files that are checked, and what is found in them as short lines.

use crate::program::{objects, stack_with};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) const NONE: [&str; 0] = [];

/// Files of those names in an empty folder; the first one.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    // Tests run side by side, and may use one name.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
    let folder = folder.join(format!("{number}-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    folder.join(files[0].0)
}

/// What is found in a file: the line, the severity, the rule, what is wrong, and what to do.
pub(crate) fn findings_in(path: &Path) -> Vec<String> {
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
pub(crate) fn findings(name: &str, text: &str) -> Vec<String> {
    findings_in(&folder(name, &[(name, text)]))
}

/// A template of one machine with these properties, on lines from the fifth on.
pub(crate) fn template(properties: &str) -> String {
    let mut text =
        "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n".to_owned();
    for line in properties.lines() {
        text.push_str(&format!("      {line}\n"));
    }
    text
}

/// What is found in a template of one machine.
pub(crate) fn in_template(properties: &str) -> Vec<String> {
    let outcome = stack_with(&["check", "--format", "jsonl", "--stdin"], template(properties).as_bytes());
    let mut found = Vec::new();
    for it in objects(&outcome.out)[0]["diagnostics"].as_array().unwrap() {
        let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        found.push(format!("{} {} {}: {}", it["line"], word("severity"), word("code"), word("message")));
    }
    found
}
