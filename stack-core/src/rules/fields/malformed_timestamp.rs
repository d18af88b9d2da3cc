//! ## What it checks
//! A timestamp follows RFC 3339, with an upper-case `T`, a time zone (`Z` or an offset), and a date that
//! exists.
//!
//! ## Why
//! AWS refuses the definition. How AWS treats a malformed timestamp in a choice rule is not known, so there
//! it is `probably-refused`.
//!
//! ## Example
//! ```json
//! "Timestamp": "2030-01-31 12:00:00Z"
//! ```
//! Instead:
//! ```json
//! "Timestamp": "2030-01-31T12:00:00Z"
//! ```
//!
//! ## Source
//! `String does not match RFC3339 timestamp` (recorded).

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "malformed-timestamp",
    severity: Severity::Error,
    source: include_str!("malformed_timestamp.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_blank_instead_of_the_t_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Timestamp": "2030-01-31 12:00:00Z", "End": true }
                                              //^^^^^^^^^^^^^^^^^^^^^^ malformed-timestamp: `Timestamp` has a malformed timestamp: an upper-case `T` must follow the date
                                              // help: a timestamp looks like `2030-01-31T23:59:59Z` or `2030-01-31T23:59:59.5+01:00`
        "#]]);
    }

    #[test]
    fn an_expression_is_one_in_jsonata_only() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Timestamp": "{% $now() %}", "Next": "b" },
                                              //^^^^^^^^^^^^^^ malformed-timestamp: `Timestamp` has a malformed timestamp: it does not start with a date such as `2030-01-31`
                                              // help: a timestamp looks like `2030-01-31T23:59:59Z` or `2030-01-31T23:59:59.5+01:00`
            "b": { "QueryLanguage": "JSONata", "Type": "Wait", "Timestamp": "{% $now() %}", "End": true }
        "#]]);
    }
}
