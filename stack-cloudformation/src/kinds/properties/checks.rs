//! Checks in const code that several kinds share. They panic with a text for the user.

use crate::compile_time::compare::{after_placeholder, contains, hash, longer, same, starts_with};
use crate::compile_time::message::fail;
use crate::references::value::{Pairs, Value};
use crate::template::pseudo;
use stack_core::services::referent::Referent;

/// The days that CloudWatch keeps logs.
const RETENTION: [u32; 22] =
    [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

#[track_caller]
pub(crate) const fn retention(days: u32) {
    let mut i = 0;
    while i < RETENTION.len() {
        if RETENTION[i] == days {
            return;
        }
        i += 1;
    }
    panic!(
        "log_retention is 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days"
    )
}

/// Names are distinct.
#[track_caller]
pub(crate) const fn distinct(label: &str, pairs: Pairs) {
    // Which hashes were there: the names before are looked at only where one comes again.
    let mut seen = 0_u128;
    let mut i = 0;
    while i < pairs.len() {
        let name = pairs[i].0;
        let bit = 1 << (hash(name) % 128);
        if seen & bit != 0 {
            let mut j = 0;
            while j < i {
                if same(name, pairs[j].0) {
                    fail(&["the ", label, " `", name, "` is listed twice"]);
                }
                j += 1;
            }
        }
        seen |= bit;
        i += 1;
    }
}

/// At most 50 tags, keys of 1 to 128 characters that do not start with `aws:`, values up to 256.
#[track_caller]
pub(crate) const fn tags(tags: Pairs) {
    if tags.len() > 50 {
        panic!("a resource has at most 50 tags");
    }
    let mut i = 0;
    while i < tags.len() {
        let (key, value) = tags[i];
        if key.is_empty() || longer(key, 128) {
            fail(&["a tag's key has 1 to 128 characters: `", key, "`"]);
        }
        if matches!(key.as_bytes(), [b'a' | b'A', b'w' | b'W', b's' | b'S', b':', ..]) {
            fail(&["tags that start with `aws:` are AWS's own: `", key, "`"]);
        }
        if let Value::Text(text) = value
            && longer(text, 256)
        {
            fail(&["a tag's value has up to 256 characters: the tag `", key, "`"]);
        }
        i += 1;
    }
    distinct("tag", tags);
}

/// Pairs of an action (`s3:GetObject`) and the ARN of a resource.
#[track_caller]
pub(crate) const fn statements(statements: Pairs) {
    let mut i = 0;
    while i < statements.len() {
        let (action, resource) = statements[i];
        statement(action, resource);
        i += 1;
    }
}

/// An action (`s3:GetObject`) and the ARN of a resource.
#[track_caller]
pub(crate) const fn statement(action: &str, resource: Value) {
    if !is_action(action) {
        fail(&[
            "an action is a service and an action separated by a colon, such as `s3:GetObject`: `",
            action,
            "`",
        ]);
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

/// A physical name: 1 to `max` characters, each a letter, a digit, `-`, `_` or one of `more`.
#[track_caller]
pub(crate) const fn name(label: &str, name: &str, max: &str, more: &str) {
    let bytes = name.as_bytes();
    let (mut good, mut i, mut filled) = (!bytes.is_empty(), 0, 0);
    while i < bytes.len() {
        // How long a placeholder is, nobody knows yet. Calls are what costs in const code.
        if bytes[i] == b'$' {
            let end = after_placeholder(bytes, i);
            if end > i {
                (i, filled) = (end, filled + end - i);
                continue;
            }
        }
        good = good
            && (bytes[i].is_ascii_alphanumeric()
                || bytes[i] == b'-'
                || bytes[i] == b'_'
                || contains(more, bytes[i]));
        i += 1;
    }
    if !good || bytes.len() - filled > number(max) {
        fail(&[
            label,
            "'s name has 1 to ",
            max,
            " characters: letters, digits, ",
            if more.is_empty() { "`-` and `_`: `" } else { "`-`, `_` and `" },
            more,
            if more.is_empty() { "" } else { "`: `" },
            name,
            "`",
        ]);
    }
}

const fn number(digits: &str) -> usize {
    match usize::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => 0,
    }
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

    #[test]
    #[should_panic(expected = "'s name has 1 to 80 characters: letters, digits, `-`, `_` and `.`: `a/b`")]
    fn a_name_says_what_else_may_stand_in_it() {
        name("a state machine", "a/b", "80", ".");
    }

    #[test]
    #[should_panic(expected = "tags that start with `aws:` are AWS's own: `AWS:x`")]
    fn tags_of_aws_are_refused() {
        tags(&[("AWS:x", Value::Text("y"))]);
    }

    #[test]
    #[should_panic(expected = "log_retention is 1, 3, 5, 7, 14, 30, 60, 90")]
    fn retention_is_one_of_a_list() {
        retention(2);
    }
}
