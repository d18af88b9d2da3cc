//! ## What it checks
//! A CSV reader says where its header is, and lists the column names if the header is `GIVEN`. A JSON reader
//! does neither. An empty list of names, and names that have no effect, are only a warning
//! (`probably-refused`).
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

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::language::states::map::READER_CONFIG;
use crate::rules::fields::probably_refused;

pub static RULE: Rule = Rule {
    id: "csv-header-mismatch",
    severity: Severity::Error,
    source: include_str!("csv_header_mismatch.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in maps::states(machine) {
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
                let edit = Edit::Remove { site: location.key.site };
                out.report(&RULE, location.key.site, "JSON has no header")
                    .help(Suggestion::possible("remove it", edit));
            }
            _ => {}
        }
        let doubtful = |site, message: String| {
            out.report(&probably_refused::RULE, site, message);
        };
        let headers = config.value.member("CSVHeaders");
        match (word("InputType"), word("CSVHeaderLocation"), headers) {
            (Some("CSV"), Some("GIVEN"), Some(headers))
                if headers.value.as_array().is_some_and(<[_]>::is_empty) =>
            {
                doubtful(headers.value.site, "a `GIVEN` header needs column names".into());
            }
            (Some("CSV"), Some("FIRST_ROW"), Some(headers)) => {
                doubtful(headers.key.site, "`CSVHeaders` is only for a `GIVEN` header".into());
            }
            (Some(kind @ ("JSON" | "JSONL")), ..) => {
                for name in ["CSVHeaders", "CSVDelimiter"] {
                    if let Some(member) = config.value.member(name) {
                        doubtful(member.key.site, format!("`{name}` is for CSV, not for {kind}"));
                    }
                }
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
    fn a_csv_reader_without_a_location_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                                                                          //^^^^^^^^^^^^^^ csv-header-mismatch: a CSV reader needs a `CSVHeaderLocation`
                                                                                                                                          // help: use `FIRST_ROW`, or `GIVEN` with the names in `CSVHeaders`
        "#]]);
    }

    #[test]
    fn given_headers_without_names_are_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                                                                                                                                     //^^^^^^^ csv-header-mismatch: a `GIVEN` header needs column names
                                                                                                                                                                                                     // help: list them in `CSVHeaders`
        "#]]);
    }

    #[test]
    fn a_header_of_json_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "JSON", "CSVHeaderLocation": "FIRST_ROW" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
                                                                                                                                                                                 //^^^^^^^^^^^^^^^^^^^ csv-header-mismatch: JSON has no header
                                                                                                                                                                                 // help: remove it
        "#]]);
    }

    #[test]
    fn names_that_are_none_or_for_nothing() {
        let map = |name: &str, config: &str| {
            format!(
                r#""{name}": {{ "Type": "Map", "ItemReader": {{ "Resource": "arn:aws:states:::s3:getObject", "Parameters": {{ "Bucket": "b", "Key": "k" }}, "ReaderConfig": {{ {config} }} }}, "ItemProcessor": {{ "ProcessorConfig": {{ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }}, "StartAt": "b", "States": {{ "b": {{ "Type": "Succeed" }} }} }}, "End": true }}"#
            )
        };
        let found = |config: &str| {
            let text = format!(r#"{{ "StartAt": "a", "States": {{ {} }} }}"#, map("a", config));
            crate::testing::texts(&text, &[]).join("; ")
        };
        expect!["[probably-refused] a `GIVEN` header needs column names"]
            .assert_eq(&found(r#""InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": []"#));
        expect!["[probably-refused] `CSVHeaders` is only for a `GIVEN` header"].assert_eq(&found(
            r#""InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVHeaders": ["a"]"#,
        ));
        expect!["[probably-refused] `CSVDelimiter` is for CSV, not for JSONL"]
            .assert_eq(&found(r#""InputType": "JSONL", "CSVDelimiter": "TAB""#));
        assert_eq!(
            found(r#""InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "TAB""#),
            ""
        );
    }

    #[test]
    fn given_headers_are_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"] } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
