//! ## What it checks
//! A CSV reader says where its header is, and lists the column names if the header is `GIVEN`. A JSON reader
//! does neither.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "ReaderConfig": { "InputType": "CSV" }
//! ```
//! Instead:
//! ```json
//! "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }
//! ```
//!
//! ## Source
//! `The field 'CSVHeaderLocation' is required`, `These fields are required: [CSVHeaders]`,
//! `Field 'CSVHeaderLocation' is not supported` (measured).

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::Machine;
use crate::states::map::{self, READER_CONFIG};

pub static RULE: Rule = Rule {
    id: "csv-header-mismatch",
    severity: Severity::Error,
    check: Some(check),
    source: include_str!("csv_header_mismatch.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    for state in map::states(machine) {
        let config = state.node.get("ItemReader").and_then(|reader| reader.member("ReaderConfig"));
        let Some(config) = config.filter(|config| READER_CONFIG.knows_all_of(&config.value)) else {
            continue;
        };
        let word = |name| config.value.get(name).map(|value| value.as_str().unwrap_or_default());
        let location = config.value.member("CSVHeaderLocation");
        match (word("InputType"), location) {
            (Some("CSV"), None) => {
                out.report(&RULE, config.key.site, "a CSV reader needs a `CSVHeaderLocation`")
                    .help("use `FIRST_ROW`, or `GIVEN` with the names in `CSVHeaders`");
            }
            (Some("CSV"), Some(location))
                if word("CSVHeaderLocation") == Some("GIVEN") && config.value.get("CSVHeaders").is_none() =>
            {
                out.report(&RULE, location.value.site, "a `GIVEN` header needs column names")
                    .help("list them in `CSVHeaders`");
            }
            (Some("JSON"), Some(location)) => {
                out.report(&RULE, location.key.site, "JSON has no header").help("remove it");
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
    fn no_place() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                             //^^^^^^^^^^^^^^ csv-header-mismatch: a CSV reader needs a `CSVHeaderLocation`
                                                                                             // help: use `FIRST_ROW`, or `GIVEN` with the names in `CSVHeaders`
        "#]]);
    }

    #[test]
    fn no_names() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                                                                                        //^^^^^^^ csv-header-mismatch: a `GIVEN` header needs column names
                                                                                                                                                        // help: list them in `CSVHeaders`
        "#]]);
    }

    #[test]
    fn json_has_none() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON", "CSVHeaderLocation": "FIRST_ROW" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                                                                    //^^^^^^^^^^^^^^^^^^^ csv-header-mismatch: JSON has no header
                                                                                                                                    // help: remove it
        "#]]);
    }

    #[test]
    fn as_it_should_be() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"] } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
