//! ## What it checks
//! All ARNs of the tasks of a machine, their resources, roles and parameters, are of one partition: `aws`, `aws-cn` in
//! China, `aws-us-gov` in GovCloud.
//!
//! ## Why
//! A machine runs in one partition, and nothing there calls into another: every execution fails that gets to the task. It
//! is a warning where a catcher may catch that.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
//!   "Parameters": { "FunctionName": "arn:aws-cn:lambda:cn-north-1:123456789012:function:bill" },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws-cn:states:::lambda:invoke",
//!   "Parameters": { "FunctionName": "arn:aws-cn:lambda:cn-north-1:123456789012:function:bill" },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `The resource belongs to a different partition from the running execution` (reported from AWS).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule =
    Rule { id: "mixed-partitions", severity: Severity::Deny, source: include_str!("mixed_partitions.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    // Each partition, how many ARNs it has, and the first of them.
    let mut partitions: Vec<(&str, usize, &str)> = Vec::new();
    for arn in analysis.arns() {
        match partitions.iter_mut().find(|(partition, ..)| *partition == arn.partition) {
            Some((_, count, _)) => *count += 1,
            // That there is no such partition is another fault.
            None if arn.partition == "aws" || arn.partition.starts_with("aws-") => {
                partitions.push((arn.partition, 1, arn.text));
            }
            None => {}
        }
    }
    if partitions.len() < 2 {
        return;
    }
    // That of most is meant; of as many, the first one.
    let mut most = ("", 0, "");
    for partition in partitions {
        if partition.1 > most.1 {
            most = partition;
        }
    }
    let (meant, _, other) = most;
    for arn in analysis.arns() {
        let here = arn.partition;
        if here == meant || !here.starts_with("aws") {
            continue;
        }
        let message = format!("this is in the partition `{here}`, but `{other}` in `{meant}`");
        out.report(&RULE, arn.site, message)
            .warns_if(analysis.may_catch(arn.state.id, "States.TaskFailed"))
            .inside(arn.text, "arn:".len(), here.len())
            .help("a machine runs in one partition, and calls nothing in another");
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn two_partitions_in_a_machine() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:work", "Payload": { "a": "arn:aws-cn:s3:::b" } }, "Next": "b" },
                                                                                                               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mixed-partitions: this is in the partition `aws-us-gov`, but `arn:aws:states:::lambda:invoke` in `aws`
                                                                                                               // help: in `arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:work`
                                                                                                               //               ^^^^^^^^^^
                                                                                                               // help: a machine runs in one partition, and calls nothing in another
            "b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn": "arn:aws-cn:iam::111122223333:role/r" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "c" }], "Next": "c" },
                                                                                                                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mixed-partitions (warning): this is in the partition `aws-cn`, but `arn:aws:states:::lambda:invoke` in `aws`
                                                                                                                                                  // help: in `arn:aws-cn:iam::111122223333:role/r`
                                                                                                                                                  //               ^^^^^^
                                                                                                                                                  // help: a machine runs in one partition, and calls nothing in another
            "c": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn one_partition_and_one_that_is_filled_in_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws-cn:states:::lambda:invoke", "Parameters": { "FunctionName": "arn:aws-cn:lambda:cn-north-1:111122223333:function:work" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:${AWS::Partition}:states:::lambda:invoke", "Parameters": { "FunctionName": "f", "Payload": "arn:aws:s3:::b" }, "End": true }
        "#]]);
    }
}
