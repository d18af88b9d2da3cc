//! ## What it checks
//! `ProcessorConfig` has an `ExecutionType` if its `Mode` is `DISTRIBUTED`, and none if it is `INLINE`.
//!
//! ## Why
//! AWS refuses the definition. Only a distributed Map starts child executions, which have a type.
//!
//! ## Example
//! ```json
//! "ProcessorConfig": { "Mode": "DISTRIBUTED" }
//! ```
//! Instead:
//! ```json
//! "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }
//! ```
//!
//! ## Source
//! `These fields are required: [ExecutionType]` and `Field 'ExecutionType' is not supported` (measured). How
//! AWS answers when there is no `Mode` is not known, so that is `probably-refused`.

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::Json;
use crate::language::states::container::PROCESSOR_CONFIG;
use crate::rules::fields::probably_refused;

pub static RULE: Rule = Rule {
    id: "execution-type-mismatch",
    severity: Severity::Error,
    source: include_str!("execution_type_mismatch.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for (_, processor) in maps::processors(machine) {
        let Some(config) = processor.member("ProcessorConfig") else { continue };
        let mode = config.value.get("Mode");
        let kind = config.value.member("ExecutionType");
        match (mode.map(|mode| mode.as_str()), kind) {
            (Some(Some("DISTRIBUTED")), None) if PROCESSOR_CONFIG.knows_all_of(&config.value) => {
                out.report(&RULE, config.key.site, "a distributed Map needs an `ExecutionType`")
                    .help("`STANDARD` or `EXPRESS`: the type of the child executions");
            }
            (Some(Some("INLINE")), Some(kind)) => {
                out.report(&RULE, kind.key.site, "an inline Map has no `ExecutionType`")
                    .help("remove it, or set `Mode` to `DISTRIBUTED`")
                    .help(Suggestion::possible("remove it", Edit::Remove { site: kind.key.site }).silent());
            }
            (None, Some(kind)) if PROCESSOR_CONFIG.knows_all_of(&config.value) => {
                let message = "without a `Mode` a Map is inline, and has no `ExecutionType`";
                let (beside, json) = (kind.key.site, Json::String("DISTRIBUTED".into()));
                let edit = Edit::Insert { beside, key: "Mode".into(), json };
                out.report(&probably_refused::RULE, kind.key.site, message)
                    .help(Suggestion::possible("add `Mode: DISTRIBUTED`", edit));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_distributed_map_without_one_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                                   //^^^^^^^^^^^^^^^^^ execution-type-mismatch: a distributed Map needs an `ExecutionType`
                                                   // help: `STANDARD` or `EXPRESS`: the type of the child executions
        "#]]);
    }

    #[test]
    fn an_inline_map_with_one_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE", "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                                                                          //^^^^^^^^^^^^^^^ execution-type-mismatch: an inline Map has no `ExecutionType`
                                                                                          // help: remove it, or set `Mode` to `DISTRIBUTED`
        "#]]);
    }

    #[test]
    fn without_a_mode_a_map_is_inline() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                                                        //^^^^^^^^^^^^^^^ probably-refused: without a `Mode` a Map is inline, and has no `ExecutionType`
                                                                        // help: add `Mode: DISTRIBUTED`
        "#]]);
    }

    #[test]
    fn a_misspelt_field_is_one_fault() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionTyp": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                                                                               //^^^^^^^^^^^^^^ unknown-field: a `ProcessorConfig` object has no field `ExecutionTyp`
                                                                                               // help: did you mean `ExecutionType`?
        "#]]);
    }

    #[test]
    fn a_distributed_map_with_one_is_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
