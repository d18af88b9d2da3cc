//! ## What it checks
//! Things that the documentation, the specification or other tools forbid, but for which AWS's own answer is
//! not recorded: an unknown field of `ReaderConfig`, a batch limit out of bounds, `ItemSelector` next to
//! `Parameters`, a name with blanks after a dot of a path (`$.a b`), an incomplete `ResultWriter`, `.sync` in the Express
//! child executions of a distributed Map, and the like.
//!
//! ## Why
//! It is most likely a mistake. It is only a warning because a definition that AWS accepts must compile.
//!
//! ## Example
//! ```json
//! "ItemBatcher": { "MaxItemsPerBatch": 0 }
//! ```
//! Instead:
//! ```json
//! "ItemBatcher": { "MaxItemsPerBatch": 10 }
//! ```
//!
//! ## Source
//! The documentation, the specification, AWS's language service or other tools; not confirmed on AWS.

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Json;
use crate::language::QueryLanguage;
use crate::language::states::map;
use crate::rules::fields::missing_field;

pub static RULE: Rule =
    Rule { id: "probably-refused", severity: Severity::Warning, source: include_str!("probably_refused.rs") };

/// Looks at what belongs to the `Resource` of an `ItemReader` and a `ResultWriter`. Other rules and the tables of
/// fields use this rule, too, where AWS's answer is not certain.
pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for reader in maps::states(machine).filter_map(|state| state.node.get("ItemReader")) {
        let told = reader.get("Parameters").or_else(|| reader.get("Arguments"));
        let resource =
            reader.member("Resource").filter(|_| told.is_none() && map::ITEM_READER.knows_all_of(reader));
        // Other resources are reported as such.
        let reads = |text: &str| text.ends_with(":s3:getObject") || text.ends_with(":s3:listObjectsV2");
        if let Some(resource) = resource.filter(|it| it.value.as_str().is_some_and(reads)) {
            out.report(&RULE, resource.key.site, "an `ItemReader` must say where to read")
                .help("add `Parameters`, in JSONata `Arguments`, with a `Bucket`");
        }
    }
    for state in maps::states(machine) {
        let Some(writer) = state.node.get("ResultWriter") else { continue };
        let Some(resource) = writer.member("Resource") else { continue };
        let told = writer.get("Parameters").or_else(|| writer.get("Arguments"));
        // Another value is of a wrong type, which is the one fault then.
        let may_be = matches!(resource.value.json, Json::String(_) | Json::Hole(_));
        if may_be && told.is_none() && map::RESULT_WRITER.knows_all_of(writer) {
            // In JSONata AWS insists on it.
            let is_refused = state.language == QueryLanguage::Jsonata;
            out.report(
                if is_refused { &missing_field::RULE } else { &RULE },
                resource.key.site,
                "a `ResultWriter` with a `Resource` must say where to write",
            )
            .help("add `Parameters`, in JSONata `Arguments`, with a `Bucket`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn batches() {
        check(expect![[r#"
            "a": { "Type": "Map", "ItemBatcher": { "MaxItemsPerBatch": 0 }, "ItemSelector": {}, "Parameters": {}, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                     //^ probably-refused: `MaxItemsPerBatch` must be at least 1, not 0
                                                                                              //^^^^^^^^^^^^ probably-refused: `Parameters` cannot be used together with `ItemSelector`
                                                                                              // help: a Map state takes only one of the two
        "#]]);
    }

    #[test]
    fn writers() {
        check(expect![[r#"
            "a": { "Type": "Map", "ResultWriter": { "Resource": "arn:aws:states:::s3:getObject" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                  //^^^^^^^^^^ probably-refused: a `ResultWriter` with a `Resource` must say where to write
                                                  // help: add `Parameters`, in JSONata `Arguments`, with a `Bucket`
                                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ certain-failure: `arn:aws:states:::s3:getObject` cannot write results
                                                              // help: a `ResultWriter` takes `s3:putObject`
        "#]]);
    }

    #[test]
    fn readers() {
        check(expect![[r#"
            "a": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "XML", "Foo": 1 } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                                                                                                         //^^^^^ certain-failure: `InputType` cannot be `XML`
                                                                                                                                                                         // help: it takes `CSV`, `JSON`, `JSONL`, `PARQUET`, `MANIFEST`
                                                                                                                                                                                //^^^^^ probably-refused: a `ReaderConfig` object has no field `Foo`
                                                                                                                                                                                // help: its fields are `InputType`, `CSVHeaderLocation`, `CSVHeaders`, `CSVDelimiter`, `ManifestType`, `Transformation`, `ItemsPointer`, `MaxItems`, `MaxItemsPath`
        "#]]);
    }

    #[test]
    fn filters() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$.orders[?(@.total = 5)]", "Parameters": { "x.$": "$.y[?(@.a > 1 and @.b)]", "z.$": "$.y[?(@.a > 1 && @.b)].c" }, "End": true }
                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `InputPath` holds a filter that cannot be read: `=` is no comparison: that is `==`
                                              // help: in `$.orders[?(@.total = 5)]`
                                              //                              ^
                                                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `x.$` holds a filter that cannot be read: `and` is no operator: that is `&&`
                                                                                                 // help: in `$.y[?(@.a > 1 and @.b)]`
                                                                                                 //                         ^
        "#]]);
    }

    #[test]
    fn a_reader_of_nothing() {
        check(expect![[r#"
            "a": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                //^^^^^^^^^^ probably-refused: an `ItemReader` must say where to read
                                                // help: add `Parameters`, in JSONata `Arguments`, with a `Bucket`
        "#]]);
    }

    #[test]
    fn names_with_blanks_after_a_dot() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$.a.b c", "Parameters": { "a.$": "$.a + $.b", "b.$": "States.Format('{}', $.x y)", "c.$": "$['a b']" }, "End": true }
                                              //^^^^^^^^^ probably-refused: `InputPath` is probably no path: a name after a dot has no blanks
                                              // help: in `$.a.b c`
                                              //                ^
                                              // help: write it in brackets and quotes: `['b c']`
                                                                                //^^^^^^^^^^^ probably-refused: `a.$` is probably no path: a name after a dot has no blanks
                                                                                // help: in `$.a + $.b`
                                                                                //              ^
                                                                                // help: paths do not calculate: use an intrinsic function, or JSONata
                                                                                                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `b.$` is probably no path: a name after a dot has no blanks
                                                                                                    // help: in `States.Format('{}', $.x y)`
                                                                                                    //                                  ^
                                                                                                    // help: write it in brackets and quotes: `['x y']`
        "#]]);
    }

    #[test]
    fn null_and_fractions_of_zero_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Comment": null, "Next": "b" }, "b": { "Type": "Wait", "Seconds": 5.0, "End": true }
                                            //^^^^ probably-refused: `Comment` takes a string, not `null`
                                                                                                   //^^^ probably-refused: `Seconds` takes an integer, not `5.0`
        "#]]);
    }
}
