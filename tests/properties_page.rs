//! The tables of `src/docs/derive_stack.md` hold the properties that the kinds have, each of them.

use std::fs;
use std::path::Path;

/// The kinds, and where their properties are.
const KINDS: &[(&str, &str)] = &[
    ("Activity", "activity"),
    ("BatchJob", "batch_job/properties"),
    ("Bucket", "bucket/properties"),
    ("EventBus", "event_bus"),
    ("EventRule", "event_rule/properties"),
    ("Function", "function/properties"),
    ("HttpApi", "http_api/properties"),
    ("Imported<K>", "imported/mod"),
    ("Output", "output"),
    ("Parameter", "parameter"),
    ("Queue", "queue"),
    ("Schedule", "schedule/properties"),
    ("Secret", "secret"),
    ("SsmParameter", "ssm_parameter"),
    ("StateMachine", "state_machine/properties"),
    ("Table", "table/properties"),
    ("Topic", "topic"),
    ("cloudformation!", "raw"),
];

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
    for (kind, file) in KINDS {
        let (_, table) = [" a", " an"]
            .iter()
            .find_map(|article| page.split_once(&format!("# Properties of{article} `{kind}`")))
            .expect("a table");
        let table = table.split_once("\n\n# ").map_or(table, |(table, _)| table);
        let source = read(&format!("stack-cloudformation/src/kinds/{file}.rs"));
        let mut setters = names(&source, "pub const fn ", "(mut self,");
        for shared in names(&source, "setters! { ", " }") {
            setters.extend(shared.split(", ").map(str::to_owned));
        }
        // A setter for parameters of any kind is `target<K>`.
        setters.iter_mut().for_each(|name| name.truncate(name.find('<').unwrap_or(name.len())));
        setters.sort();
        assert!(setters.len() > 1, "{kind}: {setters:?}");
        assert_eq!(names(table, "| `", "` |"), setters, "{kind}");
    }
}
