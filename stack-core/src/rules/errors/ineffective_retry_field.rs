//! ## What it checks
//! Every field of a retrier has an effect: no field sets a delay when `MaxAttempts` is 0, none changes the
//! delay when `IntervalSeconds` is 0, and `MaxDelaySeconds` is not less than `IntervalSeconds`.
//!
//! ## Why
//! Without attempts there is no delay; a delay of zero stays zero, whatever it is multiplied by; and if the
//! first delay is longer than the maximum, every delay is the maximum.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
//!   "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 0, "BackoffRate": 1.5 }],
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
//!   "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 2, "BackoffRate": 1.5 }],
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! Follows from how the delay is computed (specification). AWS accepts it; for `IntervalSeconds: 0` that was
//! measured, although the specification requires a positive number.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::json::{Json, Node};

pub static RULE: Rule = Rule {
    id: "ineffective-retry-field",
    severity: Severity::Warning,
    source: include_str!("ineffective_retry_field.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for retrier in
        analysis.handlers().iter().filter(|handler| handler.list == "Retry").map(|handler| handler.entry)
    {
        let field = |name| {
            let value = retrier.get(name)?;
            Some((value, integer(value)?))
        };
        let any = |names: &[&'static str]| names.iter().copied().find(|name| retrier.get(name).is_some());
        let interval = field("IntervalSeconds");
        let growth = ["BackoffRate", "MaxDelaySeconds", "JitterStrategy"];
        if let Some((attempts, 0)) = field("MaxAttempts") {
            if let Some(name) = any(&["IntervalSeconds", growth[0], growth[1], growth[2]]) {
                let message = format!("`MaxAttempts` is 0, so `{name}` has no effect");
                out.report(&RULE, attempts.site, message).help("nothing is retried: remove one of the two");
            }
        } else if let Some((interval, 0)) = interval {
            if let Some(name) = any(&growth) {
                let message = format!("`IntervalSeconds` is 0, so `{name}` has no effect");
                out.report(&RULE, interval.site, message)
                    .help("every retry follows immediately: set a first delay");
            }
        } else if let (Some((_, first)), Some((longest, most))) = (interval, field("MaxDelaySeconds"))
            && (1..first).contains(&most)
        {
            let message = format!("`MaxDelaySeconds` is {most}, so the first delay is never {first} s");
            out.report(&RULE, longest.site, message).help("it must be at least `IntervalSeconds`");
        }
    }
}

/// The value of an integer. What is none, or too large, is reported by the table.
fn integer(node: &Node<'_>) -> Option<i64> {
    match &node.json {
        Json::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn each_ineffective_field_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [
            { "ErrorEquals": ["A"], "MaxAttempts": 0, "IntervalSeconds": 0, "JitterStrategy": "FULL" },
                                                 //^ ineffective-retry-field: `MaxAttempts` is 0, so `IntervalSeconds` has no effect
                                                 // help: nothing is retried: remove one of the two
            { "ErrorEquals": ["B"], "IntervalSeconds": 0, "BackoffRate": 2.0 },
                                                     //^ ineffective-retry-field: `IntervalSeconds` is 0, so `BackoffRate` has no effect
                                                     // help: every retry follows immediately: set a first delay
            { "ErrorEquals": ["C"], "IntervalSeconds": 10, "MaxDelaySeconds": 9 }], "End": true }
                                                                            //^ ineffective-retry-field: `MaxDelaySeconds` is 9, so the first delay is never 10 s
                                                                            // help: it must be at least `IntervalSeconds`
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["A"], "MaxAttempts": 0, "BackoffRate": 1 }], "End": true } } }
                                                                                                                                                  //^ ineffective-retry-field: `MaxAttempts` is 0, so `BackoffRate` has no effect
                                                                                                                                                  // help: nothing is retried: remove one of the two
        "#]]);
    }

    #[test]
    fn effective_fields_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [
            { "ErrorEquals": ["A"], "MaxAttempts": 0 }, { "ErrorEquals": ["B"], "IntervalSeconds": 0, "MaxAttempts": 2 },
            { "ErrorEquals": ["C"], "IntervalSeconds": 10, "MaxDelaySeconds": 10 }], "End": true }
        "#]]);
    }
}
