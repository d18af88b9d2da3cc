//! `src/docs/rules.md` is made from the pages of the rules. `UPDATE_EXPECT=1` writes it.

use std::fmt::Write;

#[test]
fn the_page_of_all_rules_is_up_to_date() {
    let mut page = String::from(
        "Every rule of the checker.\n\nThe severity `error` cannot be silenced; see \
        [Silencing](macro@crate::state_machine#silencing) for `deny` and `warning`.\n\
        What only a document or another tool refuses is a warning; see [`evidence`](crate::evidence).\n\n\
        | rule | severity |\n|---|---|\n",
    );
    for rule in stack_core::rules::ALL {
        let _ = writeln!(page, "| [`{0}`](#{0}) | {1} |", rule.id, rule.severity.word());
    }
    for rule in stack_core::rules::ALL {
        // Headings inside a rule's page go down by one, below the rule's own.
        let text = rule.page().replace("\n## ", "\n### ");
        let text = text.strip_prefix("## ").map(|text| format!("### {text}")).unwrap_or(text);
        let _ =
            write!(page, "\n## `{0}`\n\nSeverity: {1}.\n\n{2}\n", rule.id, rule.severity.word(), text.trim());
    }
    expect_test::expect_file!["../src/docs/rules.md"].assert_eq(&page);
}
