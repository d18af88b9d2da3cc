//! ## What it checks
//! A Map's `Label` has at most 40 characters, none of which is a space, a control character or one of
//! `` ? * < > { } [ ] " # % \ ^ | ~ ` $ & , ; : / ``.
//!
//! ## Why
//! AWS refuses the definition: the label becomes part of an ARN.
//!
//! ## Example
//! ```json
//! "Label": "all orders"
//! ```
//! Instead:
//! ```json
//! "Label": "all-orders"
//! ```
//!
//! ## Source
//! `INVALID_LABEL_NAME: .. exceeds the 40-character limit` (measured); the allowed characters are documented.
//! Of an empty one AWS's answer is not recorded (`probably-refused`).

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::rules::fields::probably_refused;

pub static RULE: Rule =
    Rule { id: "malformed-label", severity: Severity::Error, source: include_str!("malformed_label.rs") };

/// The most characters that a label may have.
const MAX_LABEL_CHARS: usize = 40;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in maps::states(machine) {
        let Some(label) = state.node.get("Label") else { continue };
        let Some(text) = label.as_str() else { continue };
        let length = text.chars().count();
        let refused =
            |c: &char| c.is_whitespace() || c.is_control() || "?*<>{}[]\"#%\\^|~`$&,;:/".contains(*c);
        if text.is_empty() {
            out.report(&probably_refused::RULE, label.site, "the label is empty")
                .help("leave it out, or write one");
        } else if length > MAX_LABEL_CHARS {
            let message =
                format!("the label has {length} characters, but at most {MAX_LABEL_CHARS} are allowed");
            out.report(&RULE, label.site, message);
        } else if let Some(found) = text.chars().find(refused) {
            let message = format!("a label cannot contain `{}`", found.escape_debug());
            out.report(&RULE, label.site, message).help("letters, digits, `-` and `_` are safe");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_blank_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "Label": "all orders", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                         //^^^^^^^^^^^^ malformed-label: a label cannot contain ` `
                                         // help: letters, digits, `-` and `_` are safe
        "#]]);
    }

    #[test]
    fn a_label_that_is_too_long_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "Label": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-label: the label has 41 characters, but at most 40 are allowed
        "#]]);
    }

    #[test]
    fn forty_characters_are_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "Label": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
