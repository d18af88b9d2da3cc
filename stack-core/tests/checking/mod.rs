//! What the tests share: checking a text, the project's workflows, and the folder of reference data beside the workspace.

#![allow(dead_code, reason = "no test uses all of it")]

use stack_core::finding::{Finding, Findings};
use stack_core::json::Node;
use stack_core::language::MachineType;
use std::path::{Path, PathBuf};

/// Reads a text without holes.
pub(crate) fn read<'a>(text: &'a str, out: &Findings) -> Node<'a> {
    stack_core::read(text, &[], out)
}

/// What is wrong with a definition.
pub(crate) fn findings(text: &str, kind: MachineType) -> Vec<Finding> {
    let out = Findings::new();
    let root = read(text, &out);
    stack_core::check(&root, kind, &[], out).findings
}

/// The project's own workflows in JSON, with their names.
pub(crate) fn own_workflows() -> Vec<(String, String)> {
    let found = json_files(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/workflows"));
    assert!(found.len() >= 20, "the project has workflows of its own");
    found
}

/// The same, and those of the reference data, which others wrote and AWS runs.
pub(crate) fn workflows() -> Vec<(String, String)> {
    let mut found = own_workflows();
    found.extend(shared("corpus/workflows").iter().flat_map(|folder| json_files(folder)));
    found
}

fn json_files(folder: &Path) -> Vec<(String, String)> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// A path in the folder of reference data; none, with a word about it, where that folder is absent. It adds to what
/// a test does anyway.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let found = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    if found.exists() {
        return Some(found);
    }
    println!("without {}, which is not there", found.display());
    None
}
