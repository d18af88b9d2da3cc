//! ## What it checks
//! `CSVHeaders` names each column once.
//!
//! ## Why
//! The reader fails, and every run of the Map with it.
//!
//! ## Example
//! ```json
//! "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "id"] }
//! ```
//! Instead:
//! ```json
//! "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "name"] }
//! ```
//!
//! ## Source
//! `CSV headers cannot contain duplicates.`, at run time (recorded).

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;
use crate::json::Node;

pub static RULE: Rule = Rule {
    id: "duplicate-csv-header",
    severity: Severity::Warning,
    source: include_str!("duplicate_csv_header.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in maps::states(machine) {
        let config = state.node.get("ItemReader").and_then(|reader| reader.get("ReaderConfig"));
        let headers = config.and_then(|config| config.get("CSVHeaders")).and_then(Node::as_array);
        let mut seen = Index::new();
        for header in headers.unwrap_or_default() {
            if let Some(name) = header.as_str().filter(|name| !seen.add(name)) {
                out.report(&RULE, header.site, format!("the column `{name}` is listed twice"))
                    .help("the Map fails when it reads the file: give each column a name of its own");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_repeated_column_is_reported() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN",
            "CSVHeaders": ["a", "b", "a"] } },
                                   //^^^ duplicate-csv-header: the column `a` is listed twice
                                   // help: the Map fails when it reads the file: give each column a name of its own
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }

    #[test]
    fn names_that_differ_in_case_are_accepted() {
        check(expect![[r#"
            "m": { "Type": "Map", "QueryLanguage": "JSONata", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Arguments": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN",
            "CSVHeaders": ["a", "A"] } },
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
