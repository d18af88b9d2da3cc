//! All rules, a file each: its page, its id, its severity, its check and its tests. Families are folders.
//!
//! A fault that one field shows by itself has its page and id here, but is reported where that field is compared
//! with its table (`schema`), and the rule has no check. What takes several fields, or several states, has one. Rules
//! ask the analysis and write findings; their order does not matter.
//!
//! A rule's name states the fault and reads well after "allow".

#[macro_use]
mod family;

use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::finding::{Findings, Rule};
use family::{Entry, sorted};

families! {
    choices,
    documents,
    errors,
    express,
    expressions,
    fields,
    graph,
    integrations,
    maps,
    paths,
    variables,
}

/// All rules, sorted by their ids.
pub static ALL: &[&Rule] = &sorted::<COUNT>(FAMILIES);

/// Lets every rule look at the machine.
pub(crate) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for family in FAMILIES {
        for entry in *family {
            if let Some(check) = entry.check {
                check(analysis, out);
            }
        }
    }
    for (&text, tree) in analysis.texts().iter().zip(analysis.trees()) {
        match tree {
            Some(Ok(tree)) => {
                let expression = Expression::new(text, tree);
                for family in FAMILIES {
                    for entry in *family {
                        if let Some(check) = entry.check_expression {
                            check(analysis, &expression, out);
                        }
                    }
                }
            }
            Some(Err(error)) => expressions::malformed_expression::report(text, error, out),
            None => {}
        }
    }
}

/// The rule of that id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id == id).copied()
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::testing::texts;

    #[test]
    fn the_list_is_sorted_by_ids_in_kebab_case() {
        assert!(ALL.is_sorted_by_key(|rule| rule.id));
        for rule in ALL {
            assert!(rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.id);
            let test = format!("include_str!(\"{}.rs\")", rule.id.replace('-', "_"));
            assert!(rule.source.contains(&test), "{} is not in a file of its name", rule.id);
        }
    }

    #[test]
    fn every_rule_has_a_whole_page_and_tests() {
        for rule in ALL {
            let page = rule.page();
            let mut at = 0;
            for heading in ["## What it checks\n", "\n## Why\n", "\n## Example\n", "\n## Source\n"] {
                let found = page[at..].find(heading);
                at += found.unwrap_or_else(|| panic!("{}: no {heading:?} in its place", rule.id));
            }
            assert!(page.contains("```"), "{} shows no definition", rule.id);
            assert!(rule.source.contains("#[test]"), "{} has no test", rule.id);
        }
    }

    /// The definition that an example of a page stands for; none for smaller pieces.
    fn definition(example: &str) -> Option<String> {
        let example = example.split_whitespace().collect::<Vec<_>>().join(" ");
        let states = |states: &str| {
            let start = states.split(':').next().unwrap_or_default();
            format!(r#"{{ "StartAt": {start}, "States": {{ {states} }} }}"#)
        };
        if example.starts_with('{') && example.contains("\"States\"") {
            Some(example)
        } else if example.starts_with("{ \"Type\"") {
            Some(states(&format!("\"a\": {example}")))
        } else {
            (example.starts_with('"') && example.contains("{ \"Type\"")).then(|| states(&example))
        }
    }

    #[test]
    fn examples_do_what_their_pages_say() {
        let mut shown = 0;
        for rule in ALL {
            let page = rule.page();
            let mut examples = page.split("```json\n").skip(1).filter_map(|rest| rest.split("\n```").next());
            let (Some(wrong), Some(right)) = (examples.next(), examples.next()) else { continue };
            let (Some(wrong), Some(right)) = (definition(wrong), definition(right)) else { continue };
            let id = format!("[{}]", rule.id);
            let found = |text: &str| texts(text, &[]).iter().any(|finding| finding.starts_with(&id));
            assert!(found(&wrong), "{id} {wrong}");
            assert!(!found(&right), "{id} {right}");
            shown += 1;
        }
        assert!(shown > 20, "only {shown} pages show a definition");
    }
}
