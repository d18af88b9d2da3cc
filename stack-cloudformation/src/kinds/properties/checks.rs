//! Checks in const code that several kinds share. They panic with a text for the user.

use crate::compile_time::compare::{after_placeholder, contains, hash, longer, same};
use crate::compile_time::message::fail;
use crate::references::value::{Pairs, Value};

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
