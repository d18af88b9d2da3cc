//! All rules: those of the core, of YAML and of the program.

use crate::faults::OWN;
use stack_core::finding::Rule;
use stack_core::rules::ALL;
use stack_core::similar::nearest;

/// All of them, sorted by their ids.
pub(crate) fn all() -> Vec<&'static Rule> {
    let mut all = [ALL, stack_yaml::rules::ALL, OWN].concat();
    all.sort_by_key(|rule| rule.id);
    all
}

/// The rule of that id, or that there is none.
pub(crate) fn find(id: &str) -> Result<&'static Rule, String> {
    let all = all();
    // The word in brackets is often copied with them, and the file's name with underscores.
    let plain = id.trim_matches(['[', ']']).replace('_', "-");
    if let Some(rule) = all.iter().find(|rule| rule.id == plain) {
        return Ok(rule);
    }
    let near = nearest(&plain, all.iter().map(|rule| rule.id));
    let help = near.map_or("`cargo stack rules` lists them".into(), |near| format!("did you mean `{near}`?"));
    Err(format!("`{id}` is not a rule; {help}"))
}

#[cfg(test)]
mod tests {
    use super::{all, find};

    #[test]
    fn rules_have_whole_pages_and_ids_of_their_own() {
        for rule in all() {
            let page = rule.page();
            for heading in ["## What it checks\n", "\n## Why\n", "\n## Example\n", "\n## Source\n"] {
                assert!(page.contains(heading), "{}: no {heading:?}", rule.id);
            }
        }
        let ids: Vec<_> = all().iter().map(|rule| rule.id).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }

    #[test]
    fn a_rule_is_found_as_it_is_printed_and_a_typo_gets_a_suggestion() {
        assert_eq!(find("[unknown-target]").unwrap().id, "unknown-target");
        assert_eq!(find("yaml_syntax").unwrap().id, "yaml-syntax");
        assert_eq!(
            find("unknown-targt").unwrap_err(),
            "`unknown-targt` is not a rule; did you mean `unknown-target`?"
        );
        assert_eq!(find("x").unwrap_err(), "`x` is not a rule; `cargo stack rules` lists them");
    }
}
