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

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::json::Node;
use crate::model::Machine;
use crate::states::map;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    id: "duplicate-csv-header",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("duplicate_csv_header.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    for state in map::states(machine) {
        let config = state.node.get("ItemReader").and_then(|reader| reader.get("ReaderConfig"));
        let headers = config.and_then(|config| config.get("CSVHeaders")).and_then(Node::as_array);
        let mut seen = HashSet::new();
        for header in headers.unwrap_or_default() {
            if let Some(name) = header.as_str().filter(|name| !seen.insert(*name)) {
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
    fn twice() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN",
            "CSVHeaders": ["a", "b", "a"] } },
                                   //^^^ duplicate-csv-header: the column `a` is listed twice
                                   // help: the Map fails when it reads the file: give each column a name of its own
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }

    #[test]
    fn names_differ_in_case() {
        check(expect![[r#"
            "m": { "Type": "Map", "QueryLanguage": "JSONata", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Arguments": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN",
            "CSVHeaders": ["a", "A"] } },
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }
}
