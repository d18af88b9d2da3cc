//! ## What it checks
//! What AWS was not seen to refuse, but no execution survives: an unknown `InputType` of an `ItemReader`, a
//! `ResultWriter` that says nothing, or one whose `Resource` is not `s3:putObject`.
//!
//! ## Why
//! The Map fails in every execution.
//!
//! ## Example
//! ```json
//! "ResultWriter": {}
//! ```
//! Instead:
//! ```json
//! "ResultWriter": {
//!   "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "results", "Prefix": "night" }
//! }
//! ```
//!
//! ## Source
//! An empty `ResultWriter` is saved, and the execution fails (aws/aws-cdk#33831). The values of `InputType` and
//! the one integration that writes are documented.

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::{Hole, Json};

pub static RULE: Rule =
    Rule { id: "certain-failure", severity: Severity::Deny, source: include_str!("certain_failure.rs") };

/// Looks at where results are written. The tables of fields use this rule, too.
pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for writer in maps::states(analysis.machine).filter_map(|state| state.node.get("ResultWriter")) {
        let Some(resource) = writer.get("Resource") else { continue };
        let text = match &resource.json {
            // What is no ARN at all is another fault.
            Json::String(text) if text.starts_with("arn:") => text,
            Json::Hole(Hole::Integration(text)) => text,
            _ => continue,
        };
        if text.ends_with("s3:putObject") {
            continue;
        }
        let report = out.report(&RULE, resource.site, format!("`{text}` cannot write results"));
        let help = "a `ResultWriter` takes `s3:putObject`";
        match (text.strip_suffix("s3:getObject"), &resource.json) {
            (Some(before), Json::String(_)) => {
                let edit = Edit::part(resource.site, before.len(), "s3:getObject".len(), "s3:putObject");
                report.help(Suggestion::possible(help, edit))
            }
            _ => report.help(help),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn readers_and_writers_that_cannot_work() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "XML" }, "Parameters": { "Bucket": "b", "Key": "k" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "ResultWriter": {}, "Next": "n" },
                                                                                                                            //^^^^^ certain-failure: `InputType` cannot be `XML`
                                                                                                                            // help: it takes `CSV`, `JSON`, `JSONL`, `PARQUET`, `MANIFEST`
                                                                                                                                                                                                                                                                                                                                              //^^^^^^^^^^^^^^ certain-failure: this `ResultWriter` object has neither `Resource` nor `WriterConfig`
            "n": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } }, "ResultWriter": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b" } }, "End": true }
                                                                                                                                                                                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ certain-failure: `arn:aws:states:::s3:getObject` cannot write results
                                                                                                                                                                                                                        // help: a `ResultWriter` takes `s3:putObject`
        "#]]);
    }

    #[test]
    fn what_works_and_what_a_deployment_fills_in_is_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSONL" }, "Parameters": { "Bucket": "b", "Key": "k" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "ResultWriter": { "WriterConfig": { "Transformation": "NONE", "OutputType": "JSON" } }, "Next": "n" },
            "n": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } }, "ResultWriter": { "Resource": "arn:${AWS::Partition}:states:::s3:putObject", "Parameters": { "Bucket": "b" } }, "End": true }
        "#]]);
    }
}
