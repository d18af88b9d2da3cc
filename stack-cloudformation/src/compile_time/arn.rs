//! ARNs taken apart in const code.

use crate::compile_time::compare::starts_with;

/// The six parts of an ARN between its colons; those of `${AWS::Region}` separate nothing.
pub(crate) const fn parts(arn: &str) -> [&str; 6] {
    let mut parts = [""; 6];
    let (mut part, mut start, mut at, mut inside) = (0, 0, 0, false);
    while at < arn.len() {
        match arn.as_bytes()[at] {
            b'{' => inside = true,
            b'}' => inside = false,
            b':' if !inside && part < 5 => {
                parts[part] = arn.split_at(at).0.split_at(start).1;
                part += 1;
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts[part] = arn.split_at(start).1;
    parts
}

/// Whether an ARN has all six parts.
pub(crate) const fn is_whole(arn: &str) -> bool {
    let (mut colons, mut at, mut inside) = (0, 0, false);
    while at < arn.len() {
        match arn.as_bytes()[at] {
            b'{' => inside = true,
            b'}' => inside = false,
            b':' if !inside => colons += 1,
            _ => {}
        }
        at += 1;
    }
    colons >= 5
}

/// What follows `start`, if the text starts so.
pub(crate) const fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    if starts_with(text, start) { Some(text.split_at(start.len()).1) } else { None }
}

/// Whether there is white space.
pub(crate) const fn has_blank(text: &str) -> bool {
    let mut i = 0;
    while i < text.len() {
        if text.as_bytes()[i].is_ascii_whitespace() {
            return true;
        }
        i += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{after, is_whole, parts};

    #[test]
    fn the_last_part_keeps_its_colons() {
        assert_eq!(
            parts("arn:aws:states:r:1:stateMachine:a"),
            ["arn", "aws", "states", "r", "1", "stateMachine:a"]
        );
        assert_eq!(parts("arn:aws:s3:::b"), ["arn", "aws", "s3", "", "", "b"]);
        assert_eq!(parts("a:b"), ["a", "b", "", "", "", ""]);
        assert_eq!(parts(""), [""; 6]);
        assert!(
            is_whole("arn:aws:s3:::b")
                && is_whole("arn:${AWS::Partition}:s3:::")
                && !is_whole("arn:aws:s3:b")
        );
        assert!(!is_whole("arn:${AWS::Partition}:s3:b") && !is_whole(""));
    }

    #[test]
    fn what_the_deployment_fills_in_is_one_part() {
        let arn = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs";
        assert_eq!(
            parts(arn),
            ["arn", "${AWS::Partition}", "sqs", "${AWS::Region}", "${AWS::AccountId}", "jobs"]
        );
    }

    #[test]
    fn the_name_is_what_follows_the_start() {
        assert_eq!(after("table/orders", "table/"), Some("orders"));
        assert_eq!(after("orders", "table/"), None);
    }
}
