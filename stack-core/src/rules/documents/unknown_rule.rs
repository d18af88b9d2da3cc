//! ## What it checks
//! `#[allow(..)]` names a rule that exists.
//!
//! ## Why
//! Otherwise it has no effect, and the finding that it was meant to silence is still reported.
//!
//! ## Example
//! ```text
//! #[allow(stack::unreachable)]
//! ```
//! Instead:
//! ```text
//! #[allow(stack::no-path-to-end)]
//! ```
//!
//! ## Source
//! Our own rule; AWS knows nothing of it.

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "unknown-rule", severity: Severity::Error, source: include_str!("unknown_rule.rs") };

#[cfg(test)]
mod tests {
    use crate::finding::{Allow, Scope};
    use crate::json::{At, Site};
    use crate::testing::texts;

    #[test]
    fn a_misspelt_rule_is_told_and_silences_nothing() {
        let rule = At { value: "zero-timout", site: Site(0) };
        let text = r#"{ "TimeoutSeconds": 0, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }"#;
        let expected = [
            "[unknown-rule] there is no rule `zero-timout`\nhelp: did you mean `zero-timeout`?",
            "[zero-timeout] every execution times out immediately\nhelp: leave `TimeoutSeconds` out for no limit",
        ];
        assert_eq!(texts(text, &[Allow { rule, scope: Scope::Machine }]), expected);
    }
}
