//! Suites of expressions: every valid one is read, every other one refused with the official code.
//!
//! Ours, `jsonata.json`, has every function and operator. JSONata's own, where it is there, adds 1,600 combinations.

mod checking;

use serde_json::Value;
use stack_core::expression::jsonata::{self, Type};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is read otherwise than the suite says: group, file, and why.
const OTHERWISE: &[(&str, &str, &str)] = &[];

/// The cases of a file, each with its expression.
fn cases(file: &Path) -> Vec<(String, Value)> {
    // A string of Rust cannot hold half of a surrogate pair.
    let text = std::fs::read_to_string(file).unwrap().replace("\\uD800", "\\uFFFD");
    let value: Value = serde_json::from_str(&text).unwrap();
    let list = match value {
        Value::Array(list) => list,
        one => vec![one],
    };
    let read = |case: Value| {
        let expression = match &case["expr-file"] {
            Value::String(name) => std::fs::read_to_string(file.with_file_name(name)).unwrap(),
            _ => case["expr"].as_str().unwrap().to_owned(),
        };
        (expression, case)
    };
    list.into_iter().map(read).collect()
}

/// The code with which an expression is refused that cannot be read.
fn code(case: &Value) -> Option<String> {
    // Other codes are those of a run.
    let code = case["code"].as_str().or(case["error"]["code"].as_str());
    code.filter(|code| code.starts_with("S0")).map(str::to_owned)
}

/// Our file, and all files of JSONata's suite where that is there.
fn files() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/jsonata.json");
    let folder = checking::shared("corpus/jsonata-test-suite/groups");
    let groups = folder.into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut files: Vec<_> = groups
        .flat_map(|group| std::fs::read_dir(group.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.push(own);
    files.sort();
    files
}

#[test]
fn every_case_of_the_suite_is_read_or_refused_as_it_says() {
    let files = files();
    let (mut valid, mut refused, mut wrong) = (0, 0, Vec::new());
    for file in &files {
        let group = file.parent().and_then(Path::file_name).unwrap().to_string_lossy();
        let name = file.file_name().unwrap().to_string_lossy();
        for (expression, case) in cases(file) {
            let code = code(&case);
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
    // JSONata's suite is in many files.
    let least = if files.len() > 1 { (1_600, 40) } else { (150, 30) };
    assert!(valid >= least.0 && refused >= least.1, "{valid} {refused}");
}

#[test]
fn values_are_of_the_types_that_the_text_says_and_calls_that_work_have_as_many_arguments_as_they_take() {
    let files = files();
    let mut called = BTreeSet::new();
    let (mut known, mut calls, mut wrong) = (0, 0, Vec::new());
    for (expression, case) in files.iter().flat_map(|file| cases(file)) {
        let Ok(parsed) = jsonata::parse(&expression) else { continue };
        called.extend(parsed.uses().calls.iter().map(|call| call.function.word.to_owned()));
        let Some(result) = case.get("result") else { continue };
        if let Some(gives) = parsed.types().of(parsed.root()) {
            known += 1;
            let is = match result {
                Value::Null => Type::Null,
                Value::Bool(_) => Type::Boolean,
                Value::Number(_) => Type::Number,
                Value::String(_) => Type::String,
                Value::Array(_) => Type::Array,
                Value::Object(_) => Type::Object,
            };
            if is != gives {
                wrong.push(format!("{expression:?} gives {result}, and not {}", gives.label()));
            }
        }
        for call in parsed.uses().calls.iter().filter(|call| !call.open) {
            let Some(function) = jsonata::function(call.function.word) else { continue };
            calls += 1;
            if call.arguments < function.least || function.most.is_some_and(|most| call.arguments > most) {
                wrong.push(format!("{expression:?} calls {} with {}", function.name, call.arguments));
            }
        }
    }
    println!("{known} values of known types, {calls} calls");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let least = if files.len() > 1 { 400 } else { 90 };
    assert!(known >= least && calls >= least, "{known} {calls}");
    // `$error` has no value to show.
    let missed = jsonata::FUNCTIONS.iter().find(|it| !called.contains(it.name) && it.name != "error");
    assert!(missed.is_none(), "no case calls {missed:?}");
}

#[test]
fn what_surely_fails_fails_with_that_code_and_nothing_that_works_does() {
    let files = files();
    let (mut found, mut fine, mut wrong) = (0, 0, Vec::new());
    for (expression, case) in files.iter().flat_map(|file| cases(file)) {
        let Ok(parsed) = jsonata::parse(&expression) else { continue };
        let (types, always) = (parsed.types(), parsed.always());
        let mut failures = types.failing_operators();
        failures.extend(types.failing_calls());
        failures.retain(|it| it.is_sure && always.has(it.part));
        let code = case["code"].as_str().or(case["error"]["code"].as_str());
        match (code, failures.iter().map(|it| it.code).collect::<Vec<_>>()) {
            // What AWS's own functions do is no matter of the suite.
            (_, codes) if codes.is_empty() || codes == [""] => fine += usize::from(code.is_none()),
            (Some(code), codes) if codes.contains(&code) => found += 1,
            (code, codes) => {
                wrong.push(format!("{expression:?} fails with {codes:?}, the suite says {code:?}"))
            }
        }
    }
    println!("{found} failures found, nothing in {fine} expressions that work");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let least = if files.len() > 1 { (60, 1_200) } else { (10, 90) };
    assert!(found >= least.0 && fine >= least.1, "{found} {fine}");
}
