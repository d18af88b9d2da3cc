//! What the tests share: checking a text, and the folder of reference data beside the workspace.

#![allow(dead_code, reason = "no test uses all of it")]

use stack_core::finding::{Finding, Findings};
use stack_core::json::Node;
use stack_core::language::MachineType;
use std::path::PathBuf;

/// Reads a text without holes.
pub(crate) fn read<'a>(text: &'a str, out: &Findings) -> Node<'a> {
    stack_core::read(text, &|_| None, out)
}

/// What is wrong with a definition.
pub(crate) fn findings(text: &str, kind: MachineType) -> Vec<Finding> {
    let out = Findings::new();
    let root = read(text, &out);
    stack_core::check(&root, kind, &[], out).findings
}

/// A path in the folder of reference data; none, with a word about it, where that folder is absent.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let found = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    if found.exists() {
        return Some(found);
    }
    println!("skipped: there is no {}", found.display());
    None
}
