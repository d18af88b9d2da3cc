//! ## What it checks
//! `Resource` is an ARN that is written out. A placeholder that CloudFormation fills (`${..}`) passes;
//! a `{% .. %}` expression does not.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Resource": "my-function"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:my-function"
//! ```
//!
//! ## Source
//! `Value is not a valid resource ARN` (measured).

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::site::Site;

pub static RULE: Rule = Rule {
    id: "not-an-arn",
    severity: Severity::Error,
    check: None,
    source: include_str!("not_an_arn.rs"),
};

/// Reports a `Resource` that is no ARN.
pub(crate) fn check_text(text: &str, site: Site, out: &Findings) {
    if text.starts_with("${") {
        return;
    }
    if text.starts_with("arn:") {
        // What a placeholder becomes may have parts of its own.
        if text.bytes().filter(|&byte| byte == b':').count() < 5 && !text.contains("${") {
            out.report(&RULE, site, format!("`{text}` is cut short: an ARN has six parts"))
                .help("`arn:`, then partition, service, region, account and resource, with `:` between them");
        }
        return;
    }
    let report = out.report(&RULE, site, "`Resource` takes an ARN, and an ARN starts with `arn:`");
    if text.starts_with("{%") {
        report.help("a resource cannot be computed");
    } else {
        report.help("a function has one of its own, an integration one such as `arn:aws:states:::lambda:invoke`");
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_name() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "my-function", "Next": "b" }, "b": { "Type": "Task", "Resource": "${Function}", "End": true }
                                             //^^^^^^^^^^^^^ not-an-arn: `Resource` takes an ARN, and an ARN starts with `arn:`
                                             // help: a function has one of its own, an integration one such as `arn:aws:states:::lambda:invoke`
        "#]]);
    }

    #[test]
    fn the_start_of_one() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^ not-an-arn: `arn:aws:lambda` is cut short: an ARN has six parts
                                             // help: `arn:`, then partition, service, region, account and resource, with `:` between them
            "b": { "Type": "Task", "Resource": "arn:aws:${Rest}", "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": "m" }, "End": true }
        "#]]);
    }

    #[test]
    fn an_expression() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "{% $f %}", "End": true }
                                             //^^^^^^^^^^ not-an-arn: `Resource` takes an ARN, and an ARN starts with `arn:`
                                             // help: a resource cannot be computed
            } }
        "#]]);
    }
}
