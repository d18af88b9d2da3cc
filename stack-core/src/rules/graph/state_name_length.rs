//! ## What it checks
//! A state's name has 1 to 80 characters. Spaces and letters of any script are fine.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "": { "Type": "Pass", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "End": true }
//! ```
//!
//! ## Source
//! `INVALID_STATE_NAME: .. exceeds the 80-character limit` (measured); that a name cannot be empty is
//! documented.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule =
    Rule { id: "state-name-length", severity: Severity::Error, source: include_str!("state_name_length.rs") };

/// The most characters that a name may have.
const MAX_NAME_CHARS: usize = 80;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in &machine.states {
        let name = state.name;
        if name.value.is_empty() {
            out.report(&RULE, name.site, "the state's name is empty");
        } else if name.value.len() > MAX_NAME_CHARS {
            let length = name.value.chars().count();
            if length > MAX_NAME_CHARS {
                let message = format!(
                    "the state's name has {length} characters, but at most {MAX_NAME_CHARS} are allowed"
                );
                out.report(&RULE, name.site, message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_name_that_is_too_long_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": { "Type": "Succeed" }
            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state-name-length: the state's name has 81 characters, but at most 80 are allowed
        "#]]);
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        check(expect![[r#"
            "ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn an_empty_name_is_reported() {
        check(expect![[r#"
            "": { "Type": "Succeed" }
            //^^ state-name-length: the state's name is empty
        "#]]);
    }
}
