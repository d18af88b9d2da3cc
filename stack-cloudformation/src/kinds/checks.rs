//! Checks in const code that several kinds share. They panic with a text for the user.

use crate::text::fail;
use crate::uses::same;
use crate::value::Value;

/// Pairs of a name and a value, as `environment` and `tags` take them.
pub(crate) type Pairs = &'static [(&'static str, Value)];

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
const fn distinct(what: &str, pairs: Pairs) {
    let mut i = 0;
    while i < pairs.len() {
        let mut j = 0;
        while j < i {
            if same(pairs[i].0, pairs[j].0) {
                fail(&["the ", what, " `", pairs[i].0, "` is there twice"]);
            }
            j += 1;
        }
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
        if key.is_empty() || characters(key) > 128 {
            fail(&["a tag's key has 1 to 128 characters: `", key, "`"]);
        }
        if starts_with_ignoring_case(key, "aws:") {
            fail(&["tags that start with `aws:` are AWS's own: `", key, "`"]);
        }
        if let Value::Text(text) = value
            && characters(text) > 256
        {
            fail(&["a tag's value has up to 256 characters: the tag `", key, "`"]);
        }
        i += 1;
    }
    distinct("tag", tags);
}

/// Environment variables: none of AWS's own (`reserved`, or starting with `prefix`), no name twice or empty.
#[track_caller]
pub(crate) const fn environment(variables: Pairs, reserved: &[&str], prefix: &str) {
    let mut i = 0;
    while i < variables.len() {
        let name = variables[i].0;
        if is_one_of(name, reserved) {
            fail(&["AWS sets the environment variable `", name, "` itself"]);
        }
        if starts_with(name, prefix) {
            fail(&["environment variables that start with `", prefix, "` are AWS's own: `", name, "`"]);
        }
        if name.is_empty() || contains(name, b'=') {
            fail(&["an environment variable's name is not empty and holds no `=`: `", name, "`"]);
        }
        i += 1;
    }
    distinct("environment variable", variables);
}

/// The names are letters, digits and `_`, two or more, the first a letter: what Lambda takes.
#[track_caller]
pub(crate) const fn plain_names(variables: Pairs) {
    let mut i = 0;
    while i < variables.len() {
        let name = variables[i].0;
        let bytes = name.as_bytes();
        let mut good = bytes.len() >= 2 && bytes[0].is_ascii_alphabetic();
        let mut j = 0;
        while j < bytes.len() {
            good = good && (bytes[j].is_ascii_alphanumeric() || bytes[j] == b'_');
            j += 1;
        }
        if !good {
            fail(&[
                "an environment variable's name is a letter and at least one more letter, digit or `_`: `",
                name,
                "`",
            ]);
        }
        i += 1;
    }
}

/// The bytes of the names and of the values that are known.
pub(crate) const fn size(variables: Pairs) -> usize {
    let mut size = 0;
    let mut i = 0;
    while i < variables.len() {
        size += variables[i].0.len();
        if let Value::Text(text) = variables[i].1 {
            size += text.len();
        }
        i += 1;
    }
    size
}

/// Pairs of an action (`s3:GetObject`) and the ARN of a resource.
#[track_caller]
pub(crate) const fn statements(statements: Pairs) {
    let mut i = 0;
    while i < statements.len() {
        let (action, resource) = statements[i];
        if !is_action(action) {
            fail(&[
                "an action is a service and an action with a colon between, such as `s3:GetObject`: `",
                action,
                "`",
            ]);
        }
        match resource {
            Value::Text(text) => {
                if !same(text, "*") && !starts_with(text, "arn:") {
                    fail(&["the resource of `", action, "` is an ARN or `*`: `", text, "`"]);
                }
            }
            Value::Param(param) => {
                if !ends_with(param.what, "ARN") && !same(param.what, "a string") {
                    fail(&[
                        "the resource of `",
                        action,
                        "` is an ARN, and `",
                        param.resource,
                        ".",
                        param.name,
                        "` is ",
                        param.what,
                    ]);
                }
            }
            _ => fail(&["the resource of `", action, "` is an ARN or `*`"]),
        }
        i += 1;
    }
}

const fn is_action(action: &str) -> bool {
    let bytes = action.as_bytes();
    let mut colon = 0;
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b':' {
            if colon > 0 {
                return false;
            }
            colon = i;
        } else if !(bytes[i].is_ascii_alphanumeric()
            || bytes[i] == b'-'
            || bytes[i] == b'*'
            || bytes[i] == b'?')
        {
            return false;
        }
        i += 1;
    }
    same(action, "*") || (colon > 0 && colon + 1 < bytes.len())
}

/// A physical name: 1 to `max` characters, each a letter, a digit, `-`, `_` or one of `more`.
#[track_caller]
pub(crate) const fn name(what: &str, name: &str, max: &str, more: &str) {
    let bytes = name.as_bytes();
    let mut good = !bytes.is_empty() && bytes.len() <= number(max);
    let mut i = 0;
    while i < bytes.len() {
        good = good
            && (bytes[i].is_ascii_alphanumeric()
                || bytes[i] == b'-'
                || bytes[i] == b'_'
                || contains(more, bytes[i]));
        i += 1;
    }
    if !good {
        fail(&[
            what,
            "'s name has 1 to ",
            max,
            " characters: letters, digits, `-` and `_`",
            if more.is_empty() { "" } else { ", " },
            more,
            ": `",
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

const fn contains(text: &str, byte: u8) -> bool {
    let mut i = 0;
    while i < text.len() {
        if text.as_bytes()[i] == byte {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether `text` is one of `all`.
pub(crate) const fn is_one_of(text: &str, all: &[&str]) -> bool {
    let mut i = 0;
    while i < all.len() {
        if same(text, all[i]) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether `text` starts with `start`.
pub(crate) const fn starts_with(text: &str, start: &str) -> bool {
    match text.as_bytes().split_at_checked(start.len()) {
        Some((head, _)) => equal(head, start.as_bytes()),
        None => false,
    }
}

/// Whether `text` ends in `end`.
pub(crate) const fn ends_with(text: &str, end: &str) -> bool {
    match text.len().checked_sub(end.len()) {
        Some(at) => equal(text.as_bytes().split_at(at).1, end.as_bytes()),
        None => false,
    }
}

const fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    match text.as_bytes().split_at_checked(start.len()) {
        Some((head, _)) => head.eq_ignore_ascii_case(start.as_bytes()),
        None => false,
    }
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The characters of a text: its bytes but for those that continue a character.
pub(crate) const fn characters(text: &str) -> usize {
    let mut count = 0;
    let mut i = 0;
    while i < text.len() {
        if text.as_bytes()[i] & 0xC0 != 0x80 {
            count += 1;
        }
        i += 1;
    }
    count
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
    fn starts_and_ends() {
        assert!(starts_with("arn:aws", "arn:") && !starts_with("ar", "arn:"));
        assert!(ends_with("a.ts", ".ts") && !ends_with("ts", ".ts"));
        assert_eq!(characters("größe"), 5);
    }

    #[test]
    #[should_panic(expected = "AWS sets the environment variable `AWS_REGION` itself")]
    fn reserved_variables_are_refused() {
        environment(&[("AWS_REGION", Value::Text("x"))], &["AWS_REGION"], "_X_AMZN");
    }

    #[test]
    #[should_panic(
        expected = "environment variables that start with `AWS_BATCH` are AWS's own: `AWS_BATCH_X`"
    )]
    fn reserved_prefixes_are_refused() {
        environment(&[("AWS_BATCH_X", Value::Text("x"))], &[], "AWS_BATCH");
    }

    #[test]
    #[should_panic(expected = "at least one more letter, digit or `_`: `a-b`")]
    fn a_function_takes_plain_names() {
        plain_names(&[("GOOD_1", Value::Bool(true)), ("a-b", Value::Integer(1))]);
    }

    #[test]
    #[should_panic(expected = "the environment variable `STAGE` is there twice")]
    fn a_variable_twice_is_refused() {
        environment(&[("STAGE", Value::Text("x")), ("STAGE", Value::Text("y"))], &[], "AWS_BATCH");
    }

    #[test]
    #[should_panic(expected = "the resource of `s3:GetObject` is an ARN or `*`: `bucket`")]
    fn a_statement_needs_an_arn() {
        statements(&[("s3:GetObject", Value::Text("bucket"))]);
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
