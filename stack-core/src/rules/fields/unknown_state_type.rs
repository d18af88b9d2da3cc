//! ## What it checks
//! `Type` is one of the eight state types, spelt exactly.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Type": "pass"
//! ```
//! Instead:
//! ```json
//! "Type": "Pass"
//! ```
//!
//! ## Source
//! `The field 'Type' should have one of these values: [Task, Wait, ..]` (recorded).

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "unknown-state-type",
    severity: Severity::Error,
    source: include_str!("unknown_state_type.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn near_one() {
        check(expect![[r#"
            "a": { "Type": "pass", "End": true }
                         //^^^^^^ unknown-state-type: `a` has the type `pass`, which does not exist
                         // help: did you mean `Pass`?
        "#]]);
    }

    #[test]
    fn far_from_all() {
        check(expect![[r#"
            "a": { "Type": "Lambda", "Foo": 1, "Retry": 5, "End": true }
                         //^^^^^^^^ unknown-state-type: `a` has the type `Lambda`, which does not exist
                         // help: the types are `Task`, `Pass`, `Choice`, `Wait`, `Succeed`, `Fail`, `Parallel`, `Map`
                                   //^^^^^ unknown-field: no state has a field `Foo`
        "#]]);
    }
}
