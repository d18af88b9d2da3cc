//! ## What it checks
//! No two Map states of a machine have the same `Label`.
//!
//! ## Why
//! AWS refuses the definition: labels tell the runs of different Maps apart.
//!
//! ## Example
//! ```json
//! "m": { "Type": "Map", "Label": "run" }, "n": { "Type": "Map", "Label": "run" }
//! ```
//! Instead:
//! ```json
//! "m": { "Type": "Map", "Label": "first" }, "n": { "Type": "Map", "Label": "second" }
//! ```
//!
//! ## Source
//! `DUPLICATE_LABEL_NAME: Duplicate Label name: run` (measured).

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;

pub static RULE: Rule =
    Rule { id: "duplicate-label", severity: Severity::Error, source: include_str!("duplicate_label.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let mut first_of = Index::new();
    for state in maps::states(machine) {
        let Some(label) = state.node.get("Label") else { continue };
        let Some(text) = label.as_str() else { continue };
        let Some(first) = machine.states.get(first_of.get_or_set(text, state.id)) else { continue };
        if first.id != state.id {
            out.report(&RULE, label.site, format!("`{}` already has the label `{text}`", first.shown()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_repeated_label_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "Label": "run", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "Next": "n" },
            "n": { "Type": "Map", "Label": "run", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                         //^^^^^ duplicate-label: `m` already has the label `run`
        "#]]);
    }

    #[test]
    fn two_labels_are_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "Label": "run", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "Next": "n" },
            "n": { "Type": "Map", "Label": "walk", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
