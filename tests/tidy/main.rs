//! House rules that a reader cannot see: what the crates must not know, and how files are kept.

mod cycles;
mod dependencies;
mod modules;
mod paths;
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

/// Every `.rs` file of the project below `folder`, with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&stack_tests::root().join(folder), &mut files);
    assert!(!files.is_empty(), "no sources in {folder}");
    files
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder's entry").path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            // Ui cases and snapshots of expansions are samples, not sources.
            if !matches!(
                &*name,
                "target" | "ui" | "expand" | "snapshots" | ".git" | "node_modules" | ".stack"
            ) || path.ends_with("src/expand")
            {
                collect(&path, files);
            }
        } else if name.ends_with(".rs") {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.push((path, text));
        }
    }
}

/// The part of a file that users compile: without comments and what follows `#[cfg(test)]`.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    let lines = text[..end].lines().map(|line| match line.find("//") {
        Some(0) => "",
        Some(at) if line[..at].trim().is_empty() => "",
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests")
        || path.ends_with("tests.rs")
        || path.ends_with("testing.rs")
}

#[test]
fn files_open_with_their_purpose_and_stay_short() {
    for (path, text) in sources(".") {
        let first = text.lines().next().unwrap_or_default();
        let said = first.starts_with("//!") || first.starts_with("#![doc = include_str!");
        assert!(said, "{} does not open with a `//!` line that says its purpose", path.display());
        for part in path.strip_prefix(stack_tests::root()).unwrap_or(&path).with_extension("").iter() {
            let part = part.to_string_lossy();
            let named = !matches!(&*part, "imp" | "util" | "utils" | "helper" | "helpers" | "common");
            assert!(named, "{}: a name that says nothing", path.display());
        }
        let lines = text.lines().count();
        assert!(lines <= 500, "{} has {lines} lines; 500 is the ceiling", path.display());
    }
}

#[test]
fn the_core_knows_no_tokens_and_does_no_io() {
    for (path, text) in sources("stack-core/src") {
        let code = code(&text);
        for word in
            ["proc_macro", "syn::", "quote!", "std::fs", "std::io", "std::env", "std::net", "println!"]
        {
            assert!(!code.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn only_the_entry_points_name_proc_macro() {
    for (path, text) in sources("stack-macros/src") {
        if !path.ends_with("stack-macros/src/lib.rs") {
            let named = code(&text).replace("proc_macro2", "").contains("proc_macro");
            assert!(!named, "{} names proc_macro", path.display());
        }
    }
}

#[test]
fn the_core_and_what_reads_for_it_cannot_panic() {
    for folder in ["stack-core/src", "stack-macros/src", "stack-yaml/src"] {
        for (path, text) in sources(folder) {
            if is_test(&path) {
                continue;
            }
            let code = code(&text);
            for word in [".unwrap()", ".expect(\"", " panic!(", "unreachable!(", "todo!(", "unimplemented!("]
            {
                assert!(!code.contains(word), "{} may panic: {word}", path.display());
            }
        }
    }
}

#[test]
fn every_rule_is_tested_where_it_stands_and_shown_to_users() {
    let ui = stack_tests::root().join("tests/ui");
    for rule in stack_core::rules::ALL {
        let file = rule.id.replace('-', "_");
        assert!(rule.source.contains("#[test]"), "the rule {} has no test of its own", rule.id);
        assert!(ui.join(&file).is_dir(), "the rule {} has no case in tests/ui", rule.id);
    }
}
