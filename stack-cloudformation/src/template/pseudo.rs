//! What every deployment has, such as `${AWS::Region}`: the names, and a check of them in texts.

use crate::compile_time::compare::{is_one_of, starts_with};
use crate::compile_time::message::fail;

/// CloudFormation's pseudo parameters.
pub(crate) const NAMES: [&str; 8] =
    ["AccountId", "NotificationARNs", "NoValue", "Partition", "Region", "StackId", "StackName", "URLSuffix"];

/// Stops the compilation if `${AWS::..}` in the text is nothing that a deployment has.
#[track_caller]
pub(crate) const fn check(text: &str) {
    let mut at = 0;
    while at < text.len() {
        let found = text.is_char_boundary(at) && starts_with(text.split_at(at).1, "${AWS::");
        at += 1;
        if !found {
            continue;
        }
        let start = at + "{AWS::".len();
        let mut end = start;
        while end < text.len() && text.as_bytes()[end] != b'}' {
            end += 1;
        }
        let name = text.split_at(end).0.split_at(start).1;
        if end == text.len() || !is_one_of(name, &NAMES) {
            fail(&[
                "there is no pseudo parameter `${AWS::",
                name,
                "}`\nhelp: there are `Partition`, `Region`, `AccountId`, `StackName`, `StackId` and `URLSuffix`",
            ]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_deployments_have_is_accepted() {
        check("arn:${AWS::Partition}:s3:::b/${aws:username}/ä${AWS::Region}$");
        check("");
    }

    #[test]
    #[should_panic(expected = "there is no pseudo parameter `${AWS::Partiton}`\nhelp: there are `Partition`")]
    fn a_misspelt_one_is_refused() {
        check("arn:${AWS::Partiton}:s3:::b");
    }

    #[test]
    #[should_panic(expected = "there is no pseudo parameter `${AWS::Region")]
    fn an_open_one_is_refused() {
        check("${AWS::Partition}${AWS::Region");
    }
}
