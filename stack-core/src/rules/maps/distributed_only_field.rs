//! ## What it checks
//! A Map state that is not distributed has no `ItemReader`, `ItemBatcher`, `ResultWriter` or `Label`, sets no
//! tolerated failures, and its `Items` are not an object.
//!
//! ## Why
//! These are about child executions, which only a distributed Map starts. On an inline Map, a reader or an
//! object makes the run fail, and the others have no effect. `Mode` is `INLINE` unless the Map says otherwise.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Map",
//!   "ItemBatcher": { "MaxItemsPerBatch": 10 },
//!   "ItemProcessor": { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Map",
//!   "ItemBatcher": { "MaxItemsPerBatch": 10 },
//!   "ItemProcessor": {
//!     "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
//!     "StartAt": "b",
//!     "States": { "b": { "Type": "Succeed" } }
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation lists these fields for distributed Maps only. AWS is said to accept them on inline Maps,
//! but that is not confirmed. It is documented that a distributed Map runs over the members of an object, and it
//! was recorded on AWS that an inline one fails.

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Member;
use crate::language::QueryLanguage;
use crate::language::states::map;

pub static RULE: Rule = Rule {
    id: "distributed-only-field",
    severity: Severity::Warning,
    source: include_str!("distributed_only_field.rs"),
};

const FIELDS: &[&str] = &[
    "ItemReader",
    "ItemBatcher",
    "ResultWriter",
    "Label",
    "ToleratedFailureCount",
    "ToleratedFailureCountPath",
    "ToleratedFailurePercentage",
    "ToleratedFailurePercentagePath",
];

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in maps::states(machine) {
        let members = state.node.as_object().unwrap_or_default().iter();
        // A field of the other query language is that fault and no other.
        let usable = |name: &str| {
            let language = map::SPEC.field(name).and_then(|field| field.language);
            FIELDS.contains(&name) && language.is_none_or(|only| only == state.language)
        };
        let object = |member: &&Member<'_>| {
            member.key.value == "Items"
                && member.value.as_object().is_some()
                && state.language == QueryLanguage::Jsonata
        };
        let mut fields = members.filter(|member| usable(&member.key.value) || object(member)).peekable();
        if fields.peek().is_none() || !maps::is_inline(state) {
            continue;
        }
        for field in fields {
            let lead = if object(&field) { "an object in " } else { "" };
            let message = format!(
                "{lead}`{}` is for distributed Maps, and `{}` is inline",
                field.key.value,
                state.shown()
            );
            out.report(&RULE, field.key.site, message).help(
                "to make it distributed, give its processor a `ProcessorConfig` with `Mode: DISTRIBUTED`",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn without_a_mode_and_with_the_wrong_one() {
        check(expect![[r#"
            "a": { "Type": "Map", "Label": "l", "ToleratedFailureCountPath": "$.n", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "Next": "b" },
                                //^^^^^^^ distributed-only-field: `Label` is for distributed Maps, and `a` is inline
                                // help: to make it distributed, give its processor a `ProcessorConfig` with `Mode: DISTRIBUTED`
                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^ distributed-only-field: `ToleratedFailureCountPath` is for distributed Maps, and `a` is inline
                                              // help: to make it distributed, give its processor a `ProcessorConfig` with `Mode: DISTRIBUTED`
            "b": { "Type": "Map", "QueryLanguage": "JSONata", "ToleratedFailurePercentage": "{% 5 %}",
                                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ distributed-only-field: `ToleratedFailurePercentage` is for distributed Maps, and `b` is inline
                                                            // help: to make it distributed, give its processor a `ProcessorConfig` with `Mode: DISTRIBUTED`
            "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }

    #[test]
    fn items_of_an_object() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Map", "Items": { "x": "{% $states.input.x %}" }, "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "Next": "b" },
                                //^^^^^^^ distributed-only-field: an object in `Items` is for distributed Maps, and `a` is inline
                                // help: to make it distributed, give its processor a `ProcessorConfig` with `Mode: DISTRIBUTED`
            "b": { "Type": "Map", "Items": { "x": 1 }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } }, "End": true } } }
        "#]]);
    }

    #[test]
    fn distributed_and_unclear_maps_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Map", "Label": "l", "Iterator": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "Next": "b" },
            "b": { "Type": "Map", "Label": "m", "ItemProcessor": { "ProcessorConf": { "Mode": "DISTRIBUTED" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } }, "End": true }
                                                                 //^^^^^^^^^^^^^^^ unknown-field: an item processor has no field `ProcessorConf`
                                                                 // help: did you mean `ProcessorConfig`?
        "#]]);
    }
}
