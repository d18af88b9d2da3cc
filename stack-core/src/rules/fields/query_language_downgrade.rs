//! ## What it checks
//! In a machine whose `QueryLanguage` is JSONata, no state asks for JSONPath. The opposite is fine.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! {
//!   "QueryLanguage": "JSONata", "StartAt": "a",
//!   "States": { "a": { "Type": "Pass", "QueryLanguage": "JSONPath", "End": true } }
//! }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "QueryLanguage": "JSONata", "End": true } } }
//! ```
//!
//! ## Source
//! `'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine` (recorded).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::language::QueryLanguage;

pub static RULE: Rule = Rule {
    id: "query-language-downgrade",
    severity: Severity::Error,
    source: include_str!("query_language_downgrade.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    // What the machine asks for may not be what it means.
    if QueryLanguage::named(machine.root).is_none_or(|it| it.is == QueryLanguage::JsonPath || !it.rightly) {
        return;
    }
    for state in &machine.states {
        let named = state.node.get("QueryLanguage");
        if let Some(value) = named.filter(|value| value.as_str() == Some("JSONPath")) {
            let message = format!("`{}` asks for JSONPath, but the machine uses JSONata", state.shown());
            out.report(&RULE, value.site, message)
                .help("set `QueryLanguage` to `JSONata` on the states that need it, not on the machine");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn only_the_downgrade_is_reported() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "QueryLanguage": "JSONPath", "Parameters": {}, "End": true }
                                                  //^^^^^^^^^^ query-language-downgrade: `a` asks for JSONPath, but the machine uses JSONata
                                                  // help: set `QueryLanguage` to `JSONata` on the states that need it, not on the machine
            } }
        "#]]);
    }

    #[test]
    fn an_upgrade_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true }
        "#]]);
    }
}
