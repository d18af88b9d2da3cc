//! `src/docs/rules.md` is made from the pages of the rules. `UPDATE_EXPECT=1` writes it.

use stack_core::finding::Rule;
use std::fmt::Write;

/// `cargo-stack` is a program, so what it knows of files is compiled here once more.
#[path = "../cargo-stack/src/faults/mod.rs"]
#[allow(dead_code, reason = "only the pages are read here")]
mod faults;

fn table(rules: &[&Rule], page: &mut String) {
    page.push_str("\n| rule | severity |\n|---|---|\n");
    for rule in rules {
        let _ = writeln!(page, "| [`{0}`](#{0}) | {1} |", rule.id, rule.severity.as_str());
    }
}

fn pages(rules: &[&Rule], page: &mut String) {
    for rule in rules {
        // Headings inside a rule's page go down by one, below the rule's own.
        let text = rule.page().replace("\n## ", "\n### ");
        let text = text.strip_prefix("## ").map(|text| format!("### {text}")).unwrap_or(text);
        let _ = write!(
            page,
            "\n## `{0}`\n\nSeverity: {1}.\n\n{2}\n",
            rule.id,
            rule.severity.as_str(),
            text.trim()
        );
    }
}

#[test]
fn the_page_of_all_rules_is_up_to_date() {
    let mut page = String::from(
        "Every rule of the checker.\n\n\
        A rule whose severity is `error` cannot be silenced: AWS refuses the definition, or every execution that gets \
        there fails.\nA `deny` is an error too, and a `warning` is not; both can be \
        [silenced](macro@crate::state_machine#silencing) where they stand.\n\
        What only a document or another tool forbids is a warning; see [`evidence`](crate::evidence).\n\n\
        Each page ends with the source of the rule. *Recorded* means that AWS's answer is in a test that another \
        project recorded on AWS;\n*measured*, that somebody sent such definitions to AWS and published the answers; \
        *documented*, that AWS's documentation says so.\nThe *specification* is that of the Amazon States Language. \
        Messages in `code` are AWS's own.\n\n\
        [Files](#files) have rules of their own.\n",
    );
    table(stack_core::rules::ALL, &mut page);
    pages(stack_core::rules::ALL, &mut page);
    page.push_str(
        "\n# Files\n\nFaults of a file, before it is read as a definition. [`cargo stack`](crate::command_line) reports \
        them,\nand `state_machine!` those of YAML.\n",
    );
    let mut files = [stack_yaml::rules::ALL, faults::OWN].concat();
    files.sort_by_key(|rule| rule.id);
    table(&files, &mut page);
    pages(&files, &mut page);
    expect_test::expect_file!["../src/docs/rules.md"].assert_eq(&page);
}
