//! ## What it checks
//! The region and the account in the ARNs of a task's `Resource`, `Credentials` and parameters can be ones: a region
//! looks like `eu-west-1` and is in the ARN's partition, an account has twelve digits. Words in capital letters, which somebody replaces later, are not
//! checked.
//!
//! ## Why
//! Nothing has such an ARN, so the task fails in every execution. It is a warning where a catcher may catch that.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:lambda:eu-west1:12345678901:function:bill",
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:bill",
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation of ARNs.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::text::find;

pub static RULE: Rule =
    Rule { id: "malformed-arn", severity: Severity::Deny, source: include_str!("malformed_arn.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for arn in analysis.arns() {
        let (part, message, help) = if !is_region(arn.region) {
            let message = format!("there is no region `{}`", arn.region);
            (arn.region, message, "a region looks like `eu-west-1`".to_owned())
        } else if !is_account(arn.account) {
            let message = format!("`{}` is no account's number", arn.account);
            (arn.account, message, "it has twelve digits".to_owned())
        } else if let Some(partition) = other_partition(arn.partition, arn.region) {
            let message = format!("the region `{}` is not in the partition `{}`", arn.region, arn.partition);
            (arn.region, message, format!("it is in `{partition}`"))
        } else {
            continue;
        };
        let offset = (part.as_ptr() as usize).saturating_sub(arn.text.as_ptr() as usize);
        out.report(&RULE, arn.site, message)
            .warns_if(analysis.may_catch(arn.state.id, "States.TaskFailed"))
            .inside(arn.text, offset, part.len())
            .help(help);
    }
}

/// Whether there may be such a region, now or later. What may be replaced by a tool is one.
fn is_region(text: &str) -> bool {
    let of_region = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if text.is_empty() || !text.bytes().all(of_region) || find(text, *b"xx").is_some() {
        return true;
    }
    let Some((words, number)) = text.rsplit_once('-') else { return false };
    let digits = !number.is_empty() && number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let mut count = 0;
    for word in words.split('-') {
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return false;
        }
        count += 1;
    }
    digits && count >= 2
}

/// What the regions of a partition start with.
const PARTITIONS: [(&str, &str); 7] = [
    ("cn-", "aws-cn"),
    ("us-gov-", "aws-us-gov"),
    ("us-iso-", "aws-iso"),
    ("us-isob-", "aws-iso-b"),
    ("eu-isoe-", "aws-iso-e"),
    ("us-isof-", "aws-iso-f"),
    ("eusc-", "aws-eusc"),
];

/// The partition of a region, if that is not the one that the ARN names.
fn other_partition(named: &str, region: &str) -> Option<&'static str> {
    let is_known = named == "aws" || PARTITIONS.iter().any(|(_, partition)| *partition == named);
    if region.is_empty()
        || region.contains("xx")
        || !region.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return None;
    }
    let right = PARTITIONS.iter().find(|(start, _)| region.starts_with(start));
    let right = right.map_or("aws", |(_, partition)| partition);
    (is_known && right != named).then_some(right)
}

/// Whether it may be an account.
fn is_account(text: &str) -> bool {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    !digits || text.len() == 12 && !text.contains('-')
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn regions_and_accounts_of_impossible_shapes() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west1:123456789012:function:f", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn: there is no region `eu-west1`
                                             // help: in `arn:aws:lambda:eu-west1:123456789012:function:f`
                                             //                          ^^^^^^^^
                                             // help: a region looks like `eu-west-1`
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:12345678901:function:f", "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn: `12345678901` is no account's number
                                             // help: in `arn:aws:lambda:eu-west-1:12345678901:function:f`
                                             //                                    ^^^^^^^^^^^
                                             // help: it has twelve digits
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:euwest:1234-5678-9012:t", "Message": "arn:aws:sns:x:1:t" }, "Credentials": { "RoleArn": "arn:aws:iam::1234567890:role/r" }, "Next": "d" },
                                                                                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn: there is no region `euwest`
                                                                                                         // help: in `arn:aws:sns:euwest:1234-5678-9012:t`
                                                                                                         //                       ^^^^^^
                                                                                                         // help: a region looks like `eu-west-1`
                                                                                                                                                                                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn: `1234567890` is no account's number
                                                                                                                                                                                                              // help: in `arn:aws:iam::1234567890:role/r`
                                                                                                                                                                                                              //                        ^^^^^^^^^^
                                                                                                                                                                                                              // help: it has twelve digits
            "d": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:f", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "e" }], "Next": "e" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn (warning): `1` is no account's number
                                             // help: in `arn:aws:lambda:eu-west-1:1:function:f`
                                             //                                    ^
                                             // help: it has twelve digits
            "e": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn regions_of_other_partitions() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:cn-north-1:123456789012:function:f", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn: the region `cn-north-1` is not in the partition `aws`
                                             // help: in `arn:aws:lambda:cn-north-1:123456789012:function:f`
                                             //                          ^^^^^^^^^^
                                             // help: it is in `aws-cn`
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:us-gov-west-1:123456789012:function:f", "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-arn: the region `us-gov-west-1` is not in the partition `aws`
                                             // help: in `arn:aws:lambda:us-gov-west-1:123456789012:function:f`
                                             //                          ^^^^^^^^^^^^^
                                             // help: it is in `aws-us-gov`
        "#]]);
    }

    #[test]
    fn real_ones_and_placeholders_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f", "End": true }
        "#]]);
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws-iso-b:lambda:us-isob-east-1:xxxxxxxxxxxx:function:f", "End": true }
        "#]]);
        check(expect![[r#"
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:REGION:ACCOUNT_ID:function:f", "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:${AWS::Region}:123:t", "Message": "m" }, "End": true }
        "#]]);
    }
}
