//! ## What it checks
//! `#[allow(..)]` names a rule that can be silenced: one whose severity is `warning` or `deny`, not `error`.
//!
//! ## Why
//! AWS refuses the definition, whatever is allowed here.
//!
//! ## Example
//! ```text
//! #[allow(stack::unknown-target)]
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
    Rule { id: "not-silenceable", severity: Severity::Error, source: include_str!("not_silenceable.rs") };

#[cfg(test)]
mod tests {
    use crate::finding::{Allow, Scope};
    use crate::json::{At, Site};
    use crate::testing::texts;

    #[test]
    fn an_error_stays() {
        let rule = At { value: "unknown-target", site: Site(0) };
        let text = r#"{ "StartAt": "b", "States": { "alpha": { "Type": "Succeed" } } }"#;
        let expected = [
            "[not-silenceable] `unknown-target` is an error, which cannot be allowed\n\
             help: AWS refuses it, or no execution gets past it",
            "[unknown-target] `StartAt` names `b`, which is not a state of this machine\n\
             help: the states here are `alpha`",
        ];
        assert_eq!(texts(text, &[Allow { rule, scope: Scope::Machine }]), expected);
    }
}
