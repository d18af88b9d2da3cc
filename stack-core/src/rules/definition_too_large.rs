//! ## What it checks
//! A definition has at most 1,048,576 characters, without the blanks between its tokens.
//!
//! ## Why
//! AWS takes no longer one.
//!
//! ## Example
//! ```text
//! error: [definition-too-large] the definition has 1048577 characters, AWS takes 1048576
//! ```
//! Instead, start parts of the workflow as workflows of their own (`states:startExecution.sync:2`), and keep large
//! constants in S3.
//!
//! ## Source
//! The service's model: the definition that `CreateStateMachine` takes is of at most 1,048,576 characters.

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::Machine;
use crate::write::compact;

pub static RULE: Rule = Rule {
    id: "definition-too-large",
    severity: Severity::Error,
    check: Some(check),
    source: include_str!("definition_too_large.rs"),
};

const MOST: usize = 1_048_576;

fn check(machine: &Machine<'_>, out: &Findings) {
    // Almost all are far below. Escapes make a text longer, but not many times.
    if machine.bytes <= MOST / 8 {
        return;
    }
    let characters = compact(machine.root, &mut |_, _| {}).chars().count();
    if characters > MOST {
        let message = format!("the definition has {characters} characters, AWS takes {MOST}");
        out.report(&RULE, machine.root.site, message)
            .help("start parts of it as workflows of their own, with `states:startExecution.sync:2`");
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::texts;

    /// What is found in a definition of so many characters, of which some are long and some need an escape.
    fn found(characters: usize) -> Vec<String> {
        let definition = |comment: &str| {
            format!(r#"{{"StartAt":"a","Comment":"{comment}","States":{{"a":{{"Type":"Succeed"}}}}}}"#)
        };
        let most = characters - definition(r"ä\n").chars().count();
        texts(&format!("  {}  ", definition(&format!(r"ä\n{}", "x".repeat(most)))), &[])
    }

    #[test]
    fn blanks_around_do_not_count_and_characters_do() {
        assert_eq!(found(1_048_576), [""; 0]);
        let findings = found(1_048_577);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].starts_with("[definition-too-large] the definition has 1048577 characters"));
    }
}
