//! The tables of `src/docs/derive_stack.md` hold the properties that the kinds have, each of them.

use std::fs;
use std::path::Path;

/// The names that start after `before` and end with `after`, each in a line of its own.
fn names(text: &str, before: &str, after: &str) -> Vec<String> {
    let line = |line: &str| Some(line.trim().strip_prefix(before)?.split_once(after)?.0.to_owned());
    let mut names: Vec<String> = text.lines().filter_map(line).collect();
    names.sort();
    names
}

#[test]
fn every_property_is_in_the_table_of_its_kind() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read =
        |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let page = read("src/docs/derive_stack.md");
    for (kind, folder) in
        [("Function", "function"), ("BatchJob", "batch_job"), ("StateMachine", "state_machine")]
    {
        let (_, table) = page.split_once(&format!("# Properties of a `{kind}`\n")).expect("a table");
        let table = table.split_once("\n# ").map_or(table, |(table, _)| table);
        let source = read(&format!("stack-cloudformation/src/kinds/{folder}/properties.rs"));
        let setters = names(&source, "pub const fn ", "(mut self,");
        assert!(setters.len() > 5, "{kind}: {setters:?}");
        assert_eq!(names(table, "| `", "` |"), setters, "{kind}");
    }
}
