//! The tables of `src/docs/derive_stack.md` hold the properties that the kinds have, each of them.

use std::fs;

const KINDS: &str = "stack-cloudformation/src/kinds";

/// The kinds of the list in `kinds/mod.rs` and `cloudformation!`, and the texts of the files that hold their properties.
fn kinds() -> Vec<(String, String)> {
    let folder = stack_tests::root().join(KINDS);
    let list = fs::read_to_string(folder.join("mod.rs")).expect("the list of kinds");
    let (_, list) = list.split_once("kinds! {\n").expect("the list of kinds");
    let (list, _) = list.split_once("\n}").expect("the end of the list");
    let lines = list.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(": "));
    let all = lines.chain([("raw", "cloudformation!")]).map(|(file, kind)| {
        let places = [format!("{file}/properties.rs"), format!("{file}/mod.rs"), format!("{file}.rs")];
        let text = places.iter().find_map(|place| fs::read_to_string(folder.join(place)).ok());
        (kind.to_owned(), text.unwrap_or_else(|| panic!("no file {file} of the kind {kind}")))
    });
    all.collect()
}

/// The names that start after `before` and end with `after`, each in a line of its own.
fn names(text: &str, before: &str, after: &str) -> Vec<String> {
    let line = |line: &str| Some(line.trim().strip_prefix(before)?.split_once(after)?.0.to_owned());
    let mut names: Vec<String> = text.lines().filter_map(line).collect();
    names.sort();
    names
}

#[test]
fn every_property_is_in_the_table_of_its_kind() {
    let page = fs::read_to_string(stack_tests::root().join("src/docs/derive_stack.md")).expect("the page");
    let kinds = kinds();
    assert!(kinds.len() > 10, "{kinds:?}");
    for (kind, source) in kinds {
        let headings = [" a", " an"].map(|article| format!("# Properties of{article} `{kind}"));
        let table = headings.iter().find_map(|heading| {
            let (_, table) = page.split_once(heading.as_str())?;
            table.strip_prefix('`').or_else(|| table.strip_prefix("<K>`"))
        });
        let table =
            table.unwrap_or_else(|| panic!("`{kind}` has no table of its properties in derive_stack.md"));
        let table = table.split_once("\n\n# ").map_or(table, |(table, _)| table);
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
