//! ## What it checks
//! An `ItemReader` uses `s3:getObject` or `s3:listObjectsV2`.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Resource": "arn:aws:states:::s3:putObject"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:states:::s3:getObject"
//! ```
//!
//! ## Source
//! `The field 'Resource' does not match any of the allowed values` (measured).

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::json::{Hole, Json};

pub static RULE: Rule = Rule {
    id: "unknown-item-source",
    severity: Severity::Error,
    source: include_str!("unknown_item_source.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in maps::states(machine) {
        let Some(resource) = state.node.get("ItemReader").and_then(|reader| reader.get("Resource")) else {
            continue;
        };
        let (text, prefix) = match &resource.json {
            // What is no ARN at all is another fault.
            Json::String(text) if text.starts_with("arn:") => (text, ":states:::"),
            Json::Hole(Hole::Integration(text)) => (text, ""),
            _ => continue,
        };
        let reads = |call: &str| text.strip_suffix(call).is_some_and(|before| before.ends_with(prefix));
        if !reads("s3:getObject") && !reads("s3:listObjectsV2") {
            out.report(&RULE, resource.site, format!("`{text}` cannot read items"))
                .help("an `ItemReader` takes `s3:getObject` or `s3:listObjectsV2`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_writer_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:putObject" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-item-source: `arn:aws:states:::s3:putObject` cannot read items
                                                            // help: an `ItemReader` takes `s3:getObject` or `s3:listObjectsV2`
        "#]]);
    }

    #[test]
    fn readers_of_any_partition_are_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws-cn:states:::s3:listObjectsV2", "Parameters": { "Bucket": "b" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
