//! All rules, one file each: its page, its id, its severity, its check and its tests.
//!
//! A fault that one field shows by itself has its page and id here, but is reported where that field
//! is read (a reader, or `schema`), and its `check` is `None`. What takes several fields, or several
//! states, has a check. Rules read the model and write findings; their order does not matter.
//!
//! A rule's name states the fault and reads well after "allow".

use crate::finding::{Findings, Severity};
use crate::model::Machine;

/// One fault that definitions have.
#[derive(Debug)]
pub struct Rule {
    /// Its name for people and machines: kebab-case, never changed, never used again.
    pub id: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// Looks for it in a whole machine; `None` if it is found elsewhere.
    pub check: Option<fn(&Machine<'_>, &Findings)>,
    /// The text of the rule's file, which opens with its page.
    pub source: &'static str,
}

impl Rule {
    /// The rule's page, in Markdown: `What it checks`, `Why`, `Example`, `Source`.
    pub fn page(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }
}

macro_rules! rules {
    ($($name:ident,)*) => {
        $(#[allow(missing_docs, reason = "the page of a rule is its documentation")] pub mod $name;)*

        /// All rules, sorted by their ids.
        pub static ALL: &[&Rule] = &[$(&$name::RULE,)*];

        /// The name of each rule's file, in the same order.
        #[cfg(test)]
        const FILES: &[&str] = &[$(stringify!($name),)*];
    };
}

rules! {
    absent_context_member,
    beyond_express_limit,
    catch_all_not_alone,
    catch_all_not_last,
    catch_loop,
    conflicting_fields,
    csv_header_mismatch,
    distributed_only_field,
    duplicate_csv_header,
    duplicate_key,
    duplicate_label,
    duplicate_state,
    embedded_expression,
    empty_value,
    endless_container,
    endless_wait,
    execution_type_mismatch,
    heartbeat_not_below_timeout,
    impossible_error,
    ineffective_retry_field,
    invalid_variable_name,
    json_syntax,
    late_presence_check,
    malformed_expression,
    malformed_intrinsic,
    malformed_label,
    malformed_parameter,
    malformed_path,
    malformed_pattern,
    malformed_timestamp,
    missing_alternative,
    missing_comparison,
    missing_default,
    missing_field,
    missing_parameter,
    misspelt_reserved_error,
    no_path_to_end,
    no_terminal_state,
    not_a_path,
    not_a_reference_path,
    not_an_arn,
    not_silenceable,
    out_of_range,
    past_timestamp,
    payload_too_large,
    pointless_choice,
    possibly_unassigned_variable,
    probably_refused,
    query_language_downgrade,
    redundant_end,
    reserved_error_raised,
    shadowed_error_name,
    shadowed_variable,
    state_name_length,
    too_deep,
    unassigned_variable,
    unclosed_expression,
    unevaluated_expression,
    unknown_context_member,
    unknown_field,
    unknown_function,
    unknown_integration,
    unknown_intrinsic,
    unknown_item_source,
    unknown_parameter,
    unknown_reserved_error,
    unknown_result_member,
    unknown_rule,
    unknown_state_type,
    unknown_target,
    unknown_word,
    unreachable_choice,
    unreachable_state,
    unsupported_field,
    unsupported_in_express,
    unsupported_pattern,
    unsupported_reference,
    unthrown_error,
    unused_task_token,
    wildcard_error_name,
    wrong_expression_type,
    wrong_function_argument,
    wrong_intrinsic_argument,
    wrong_parameter_type,
    wrong_query_language,
    wrong_type,
    zero_timeout,
}

/// The rule of that id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id == id).copied()
}

#[cfg(test)]
mod tests {
    use super::{ALL, FILES};
    use crate::testing::texts;

    #[test]
    fn the_list_is_sorted_and_ids_are_their_files_names() {
        assert!(FILES.is_sorted());
        for (rule, file) in ALL.iter().zip(FILES) {
            assert_eq!(rule.id, file.replace('_', "-"));
            assert!(rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.id);
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
