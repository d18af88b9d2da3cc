//! JSONata's own test suite: every valid expression is read, every other one refused with the official code.

mod common;

use serde_json::Value;
use stack_core::jsonata;
use std::path::Path;

/// What is read otherwise than the suite says: group, file, and why.
const OTHERWISE: &[(&str, &str, &str)] = &[];

/// The expressions of a case's file, with the code that each is refused with.
fn cases(file: &Path) -> Vec<(String, Option<String>)> {
    // A string of Rust cannot hold half of a surrogate pair.
    let text = std::fs::read_to_string(file).unwrap().replace("\\uD800", "\\uFFFD");
    let value: Value = serde_json::from_str(&text).unwrap();
    let list = match value {
        Value::Array(list) => list,
        one => vec![one],
    };
    let read = |case: &Value| {
        let expression = match &case["expr-file"] {
            Value::String(name) => std::fs::read_to_string(file.with_file_name(name)).unwrap(),
            _ => case["expr"].as_str().unwrap().to_owned(),
        };
        // Other codes are those of a run.
        let code = case["code"].as_str().or(case["error"]["code"].as_str());
        (expression, code.filter(|code| code.starts_with("S0")).map(str::to_owned))
    };
    list.iter().map(read).collect()
}

#[test]
fn every_case_of_the_suite_is_read_or_refused_as_it_says() {
    let Some(folder) = common::shared("corpus/jsonata-test-suite/groups") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .flat_map(|group| std::fs::read_dir(group.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let (mut valid, mut refused, mut wrong) = (0, 0, Vec::new());
    for file in &files {
        let group = file.parent().and_then(Path::file_name).unwrap().to_string_lossy();
        let name = file.file_name().unwrap().to_string_lossy();
        for (expression, code) in cases(file) {
            let found = jsonata::parse(&expression).map(|expression| drop(expression.uses()));
            let found = found.map_err(|error| error.code.to_owned()).err();
            let known = OTHERWISE.iter().any(|(g, n, _)| *g == group && *n == name);
            if (found == code) == known {
                wrong.push(format!("{group}/{name}: {expression:?} is {found:?}, the suite says {code:?}"));
            } else if code.is_some() {
                refused += 1;
            } else {
                valid += 1;
            }
        }
    }
    println!("{valid} valid expressions read, {refused} refused with the official code");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(valid >= 1_600 && refused >= 40, "{valid} {refused}");
}
