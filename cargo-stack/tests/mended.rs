//! What `check --fix` leaves: nothing that is certain, nothing new, and nothing to do for a second run.
//!
//! The project's own definitions, and the texts of the rules' tests, with faults put in.

#[path = "mended/faults.rs"]
mod faults;
#[path = "mended/notation.rs"]
mod notation;
mod program;
#[path = "mended/random.rs"]
mod random;

use faults::Fault;
use program::{objects, stack_with};
use random::Random;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// So many texts are made of each definition, in each notation.
const TEXTS: u64 = 12;

/// The rules of faults that hide others: the first one always, the rest in texts of which no more is known.
const HIDING: [&str; 5] =
    ["misspelt-reserved-error", "unknown-field", "unknown-word", "wrong-type", "unknown-integration"];

/// The findings of a file: rule and message, and whether a certain suggestion is left.
#[derive(Debug, Default)]
struct Left {
    findings: BTreeSet<(String, String)>,
    certain: Vec<String>,
}

/// Checks files of a folder, with `--fix` if it is wanted; what is left of each, by its name.
fn check(folder: &Path, names: &[String], fix: bool) -> BTreeMap<String, Left> {
    let list: String = names.iter().map(|name| format!("{}\n", folder.join(name).display())).collect();
    let mut arguments = vec!["check", "--format", "jsonl", "--stdin-list"];
    if fix {
        arguments.push("--fix");
    }
    let outcome = stack_with(&arguments, list.as_bytes());
    let files = objects(&outcome.out).into_iter().filter(|object| object["file"].is_string());
    let left: BTreeMap<String, Left> = files
        .map(|file| {
            let mut left = Left::default();
            for it in file["diagnostics"].as_array().unwrap() {
                let text = |name: &str| it[name].as_str().unwrap().to_owned();
                left.findings.insert((text("code"), text("message")));
                let certain = |suggestion: &&Value| suggestion["certain"] == true;
                if it["suggestions"].as_array().unwrap().iter().any(|it| certain(&it)) {
                    left.certain.push(it.to_string());
                }
            }
            let name = Path::new(file["file"].as_str().unwrap()).file_name().unwrap();
            (name.to_str().unwrap().to_owned(), left)
        })
        .collect();
    assert_eq!(left.len(), names.len(), "{}", outcome.err);
    left
}

/// A folder for the texts, which is empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What holds for any text: its file, and files of which the findings may come up.
fn holds(folder: &Path, texts: &[(String, Vec<String>)]) {
    let names: Vec<String> = texts.iter().map(|(name, _)| name.clone()).collect();
    let others: BTreeSet<&String> = texts.iter().flat_map(|(_, others)| others).collect();
    let others = check(folder, &others.into_iter().cloned().collect::<Vec<_>>(), false);
    let before = check(folder, &names, false);
    let old: Vec<String> = names.iter().map(|it| fs::read_to_string(folder.join(it)).unwrap()).collect();
    let after = check(folder, &names, true);
    let new: Vec<String> = names.iter().map(|it| fs::read_to_string(folder.join(it)).unwrap()).collect();
    let again = check(folder, &names, true);
    let mut wrong = Vec::new();
    for (at, (name, known)) in texts.iter().enumerate() {
        let show = |what: &str| format!("{name}: {what}\n{}\n--- became ---\n{}", old[at], new[at]);
        if !after[name].certain.is_empty() {
            wrong.push(show(&format!("is left: {:?}", after[name].certain)));
        }
        let is_known = |it: &&(String, String)| {
            before[name].findings.contains(*it)
                || known.iter().any(|known| others[known].findings.contains(*it))
        };
        let fresh: Vec<_> = after[name].findings.iter().filter(|it| !is_known(it)).collect();
        // What stands under a misspelt field, or behind a fault of the text, is not looked at.
        let gone = || before[name].findings.difference(&after[name].findings);
        let is_hidden = gone()
            .any(|(code, _)| HIDING.iter().take(if known.is_empty() { 5 } else { 1 }).any(|it| it == code))
            || before[name].findings.iter().any(|(code, _)| code.ends_with("-syntax"));
        if !fresh.is_empty() && !is_hidden {
            wrong.push(show(&format!("is new: {fresh:?}")));
        }
        if fs::read_to_string(folder.join(name)).unwrap() != new[at]
            || again[name].findings != after[name].findings
        {
            wrong.push(show("a second run changes it"));
        }
        let marks = |text: &str| {
            let count = |mark: &str| text.matches(mark).count();
            (count("\u{feff}"), count("# why"), count("\r\n") > 0, count("\n") == count("\r\n"))
        };
        if marks(&old[at]) != marks(&new[at]) {
            wrong.push(show("more was touched"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), texts.len(), wrong.join("\n\n"));
}

/// The project's definitions, as values.
fn definitions() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folders = ["tests/workflows", "tests/definitions", "examples/eshop", "cargo-stack/tests/files"];
    let mut found = Vec::new();
    for folder in folders {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let texts = paths.iter().filter(|path| path.to_string_lossy().ends_with(".asl.json"));
        found.extend(texts.filter_map(|path| serde_json::from_slice(&fs::read(path).ok()?).ok()));
    }
    assert!(found.len() >= 5, "{}", found.len());
    found
}

#[test]
fn whatever_is_certain_is_mended_in_both_notations() {
    let folder = folder("mended");
    let mut texts = Vec::new();
    let mut restored = Vec::new();
    for (number, definition) in definitions().iter().enumerate() {
        let original = format!("original-{number}.asl.json");
        fs::write(folder.join(&original), definition.to_string()).unwrap();
        let has = vec![original];
        for seed in 0..2 * TEXTS {
            let random = &mut Random::new(1000 * number as u64 + seed);
            let mut faulty = definition.clone();
            let mut known = has.clone();
            for each in 0..=random.below(3) {
                let Some(fault) = Fault::new(definition, random) else { continue };
                fault.put(&mut faulty);
                // One fault may hide another, so what each is by itself counts as known.
                let mut alone = definition.clone();
                fault.put(&mut alone);
                let name = format!("{number}-{seed}-{each}.alone.json");
                fs::write(folder.join(&name), alone.to_string()).unwrap();
                known.push(name);
            }
            let is_json = seed % 2 == 0;
            let mut text = if is_json {
                let mut text = notation::json(&faulty, random);
                for _ in 0..random.below(3) {
                    text = faults::in_json(&text, random);
                }
                text
            } else {
                notation::yaml(&faulty, random)
            };
            if random.once_in(4) {
                text = text.replace('\n', "\r\n");
            }
            if random.once_in(8) {
                text.insert(0, '\u{feff}');
            }
            let name = format!("{number}-{seed}.asl.{}", if is_json { "json" } else { "yaml" });
            fs::write(folder.join(&name), text).unwrap();
            if is_json && faulty != *definition {
                restored.push((name.clone(), definition.clone()));
            }
            texts.push((name, known));
        }
    }
    holds(&folder, &texts);
    // Most faults are of what must be just so, and are gone.
    let is_restored = |(name, definition): &&(String, Value)| {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .is_ok_and(|value: Value| value == *definition)
    };
    let count = restored.iter().filter(is_restored).count();
    assert!(4 * count > restored.len(), "{count} of {} are what they were", restored.len());
}

#[test]
fn what_the_rules_tests_show_is_mended() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("stack-core/src");
    let folder = folder("mended-rules");
    let mut texts = Vec::new();
    for path in program::files_in(&rules).iter().filter(|path| path.extension().is_some_and(|it| it == "rs"))
    {
        let source = fs::read_to_string(path).unwrap();
        for (number, piece) in source.split("expect![[r#\"").skip(1).enumerate() {
            let Some((text, _)) = piece.split_once("\"#]]") else { continue };
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let plain: String = lines.map(|line| format!("{line}\n")).collect();
            let plain = plain.trim();
            let whole = match plain.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                Some((first, _)) => format!("{{ \"StartAt\": \"{first}\", \"States\": {{ {plain} }} }}"),
                None => plain.to_owned(),
            };
            if whole.starts_with('{') {
                let stem = path.file_stem().unwrap().to_str().unwrap();
                let name = format!("{stem}-{number}.asl.json");
                fs::write(folder.join(&name), whole).unwrap();
                texts.push((name, Vec::new()));
            }
        }
    }
    assert!(texts.len() > 100, "{}", texts.len());
    holds(&folder, &texts);
}
