//! Statements that the user writes for a role, in const code: the actions and the resources that IAM takes.

use crate::compile_time::arn;
use crate::compile_time::compare::{contains, is_one_of, same, starts_with};
use crate::compile_time::message::fail;
use crate::references::value::{Pairs, Value};
use crate::template::pseudo;
use stack_core::services::referent::Referent;

/// Services whose ARNs have no region.
const GLOBAL: [&str; 2] = ["iam", "route53"];
/// What has a region in the ARNs of S3, by what stands before its name.
const REGIONAL_IN_S3: [&str; 6] =
    ["accesspoint/", "access-grants/", "async-request/", "job/", "storage-lens/", "storage-lens-group/"];

/// Pairs of an action (`s3:GetObject`) and the ARN of a resource.
#[track_caller]
pub(crate) const fn statements(statements: Pairs) {
    let mut i = 0;
    while i < statements.len() {
        let (action, resource) = statements[i];
        statement(action, resource);
        if let Value::Text(text) = resource
            && starts_with(text, "arn:")
        {
            check_arn(action, text);
        }
        i += 1;
    }
}

/// An action (`s3:GetObject`) and an ARN: of its resource, or of that on whose behalf it is allowed.
#[track_caller]
pub(crate) const fn statement(action: &str, resource: Value) {
    if !is_action(action) {
        fail(&[
            "an action is a service and an action separated by a colon, such as `s3:GetObject`: `",
            action,
            "`",
        ]);
    }
    if has_wildcard(service_of(action)) && !same(action, "*") {
        fail(&["an action's service is written out, without `*` and `?`: `", action, "`"]);
    }
    match resource {
        Value::Text(text) => {
            if !same(text, "*") && !starts_with(text, "arn:") && !starts_with(text, "${") {
                fail(&["the resource of `", action, "` is an ARN or `*`: `", text, "`"]);
            }
            pseudo::check(text);
        }
        Value::Param(param) => {
            if !param.referent.is_arn() && !param.referent.is(Referent::Text) && !param.is_anything() {
                fail(&[
                    "the resource of `",
                    action,
                    "` is an ARN, and `",
                    param.resource,
                    ".",
                    param.name,
                    "` is ",
                    param.referent.label(),
                ]);
            }
        }
        _ => fail(&["the resource of `", action, "` is an ARN or `*`"]),
    }
}

const fn is_action(action: &str) -> bool {
    let mut service = true;
    let mut letters = 0;
    let mut rest = action.as_bytes();
    while let [first, others @ ..] = rest {
        match first {
            b':' if service && letters > 0 => (service, letters) = (false, 0),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'*' | b'?' => letters += 1,
            _ => return false,
        }
        rest = others;
    }
    (!service && letters > 0) || matches!(action.as_bytes(), b"*")
}

/// What stands before the colon.
const fn service_of(action: &str) -> &str {
    let mut end = 0;
    while end < action.len() && action.as_bytes()[end] != b':' {
        end += 1;
    }
    action.split_at(end).0
}

const fn has_wildcard(text: &str) -> bool {
    contains(text, b'*') || contains(text, b'?')
}

/// Refuses what IAM does of the ARN of a resource. What stands for a wildcard, or what the deployment fills in, may be
/// anything.
#[track_caller]
const fn check_arn(action: &str, text: &str) {
    if !arn::is_whole(text) {
        // What IAM makes of a wildcard in place of the rest is not known.
        if !has_wildcard(text) {
            fail(&[
                "the ARN that is the resource of `",
                action,
                "` has six parts, such as `arn:aws:s3:::shop`: `",
                text,
                "`",
            ]);
        }
        return;
    }
    let [_, partition, service, region, account, resource] = arn::parts(text);
    if !is_partition(partition) {
        fail(&["there is no partition `", partition, "`, it is `aws` or begins with `aws-`: `", text, "`"]);
    }
    if has_wildcard(service) {
        fail(&["the service in an ARN is written out, without `*` and `?`: `", text, "`"]);
    }
    let is_bucket = same(service, "s3") && !has_region_in_s3(resource);
    if (is_bucket || is_one_of(service, &GLOBAL)) && !region.is_empty() && !has_wildcard(region) {
        fail(&["an ARN of ", label(is_bucket, service), " has no region: `", text, "`"]);
    }
    if is_bucket && !account.is_empty() && !has_wildcard(account) {
        fail(&["an ARN of ", label(is_bucket, service), " has no account: `", text, "`"]);
    }
}

const fn label(is_bucket: bool, service: &str) -> &str {
    if is_bucket { "a bucket" } else { service }
}

const fn is_partition(name: &str) -> bool {
    same(name, "aws") || starts_with(name, "aws-") || starts_with(name, "$") || has_wildcard(name)
}

const fn has_region_in_s3(resource: &str) -> bool {
    let mut i = 0;
    while i < REGIONAL_IN_S3.len() {
        if starts_with(resource, REGIONAL_IN_S3[i]) {
            return true;
        }
        i += 1;
    }
    starts_with(resource, "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_have_one_colon() {
        for good in ["s3:GetObject", "s3:*", "*", "execute-api:Invoke", "s3:Get*"] {
            assert!(is_action(good), "{good}");
        }
        for bad in ["", "s3", "s3:", ":GetObject", "s3:Get:Object", "s3 :x"] {
            assert!(!is_action(bad), "{bad}");
        }
    }

    #[test]
    #[should_panic(expected = "the resource of `s3:GetObject` is an ARN or `*`: `bucket`")]
    fn a_statement_needs_an_arn() {
        statements(&[("s3:GetObject", Value::Text("bucket"))]);
    }

    /// What the compiler would say of a statement.
    fn fault(action: &'static str, resource: &'static str) -> Option<String> {
        let pairs: Pairs = vec![(action, Value::Text(resource))].leak();
        let check = || statements(pairs);
        let said = std::panic::catch_unwind(check).err()?;
        Some(said.downcast_ref::<String>().cloned().unwrap_or_default())
    }

    #[test]
    fn what_iam_takes_is_accepted() {
        for resource in [
            "arn:aws:s3:::b*",
            "arn:*:s3:::b/*",
            "arn:aws-cn:s3:::b",
            "arn:${AWS::Partition}:s3:::${AWS::StackName}",
            "arn:aws:s3:eu-west-1:123456789012:accesspoint/a/object/*",
            "arn:aws:s3::123456789012:accesspoint/a.mrap",
            "arn:aws:s3:*:*:b",
            "arn:aws:iam::123456789012:role/x",
            "arn:aws:sqs:*:*:q:r",
            "arn:aws:s3*",
            "*",
        ] {
            assert_eq!(fault("s3:Get*", resource), None, "{resource}");
        }
        assert_eq!(fault("*", "arn:aws:s3:::b"), None);
    }

    #[test]
    fn what_iam_refuses_is_a_fault() {
        for (action, resource, said) in [
            ("s*:GetObject", "*", "an action's service is written out, without `*` and `?`: `s*:GetObject`"),
            ("s3?:Get*", "*", "an action's service is written out"),
            ("*:GetObject", "*", "an action's service is written out"),
            ("s3:*", "arn:aws:s3:b", "the ARN that is the resource of `s3:*` has six parts"),
            ("s3:*", "arn:${AWS::Partition}:s3:b", "has six parts"),
            ("s3:*", "arn:foo:s3:::b", "there is no partition `foo`"),
            ("s3:*", "arn::s3:::b", "there is no partition ``"),
            ("s3:*", "arn:AWS:s3:::b", "there is no partition `AWS`"),
            ("s3:*", "arn:aws:*:::b", "the service in an ARN is written out"),
            ("s3:*", "arn:aws:s3*:::b", "the service in an ARN is written out"),
            ("s3:*", "arn:aws:s3:eu-west-1::b", "an ARN of a bucket has no region"),
            ("s3:*", "arn:aws:s3:${AWS::Region}::b", "an ARN of a bucket has no region"),
            ("s3:*", "arn:aws:s3::123456789012:b", "an ARN of a bucket has no account"),
            ("iam:*", "arn:aws:iam:eu-west-1:123456789012:role/x", "an ARN of iam has no region"),
            ("route53:*", "arn:aws:route53:eu-west-1::hostedzone/z", "an ARN of route53 has no region"),
        ] {
            let fault = fault(action, resource).unwrap_or_default();
            assert!(fault.contains(said), "{action} {resource}: {fault}");
        }
    }
}
