//! The shape of event patterns, checked in const code.
//!
//! EventBridge's matcher is public (`aws/event-ruler`), and refuses what is refused here.

use super::operator;
use crate::compile_time::compare::is_one_of;
use crate::compile_time::json_text::JsonReader;

/// What every event has besides, and nothing else: the rest is inside of `detail`.
const ENVELOPE: [&str; 9] =
    ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"];

/// How deep fields are looked into: const code may not recurse without limit.
const MAX_DEPTH: usize = 24;

/// Stops the compilation unless the text is an event pattern.
#[track_caller]
pub(super) const fn check(text: &'static str) {
    let mut reader = JsonReader::new("event_pattern", text);
    if reader.value() != b'{' {
        reader.fail(&["an event pattern is an object, such as `{\"source\": [\"my.shop\"]}`"]);
    }
    fields(&mut reader, 0);
    reader.finish();
}

/// The fields of an object of the pattern.
#[track_caller]
const fn fields(reader: &mut JsonReader, depth: usize) {
    let start = *reader;
    reader.open();
    let mut first = true;
    while reader.more(b'}', first) {
        first = false;
        let place = *reader;
        let key = reader.key();
        if depth == 0 {
            envelope(&place, key);
        }
        match reader.value() {
            b'{' if depth < MAX_DEPTH => fields(reader, depth + 1),
            b'[' if depth < MAX_DEPTH => values(reader, key, depth),
            b'{' | b'[' => reader.skip(),
            _ => reader.fail(&["a field is matched against a list of values: write `[..]` around the value"]),
        }
    }
    if first {
        start.fail(&["an object in a pattern needs at least one field"]);
    }
}

/// A field of the event itself that is written another way matches nothing, ever.
#[track_caller]
const fn envelope(place: &JsonReader, key: &str) {
    let mut i = 0;
    while i < ENVELOPE.len() {
        if alike(key.as_bytes(), ENVELOPE[i].as_bytes()) {
            if !is_one_of(key, &[ENVELOPE[i]]) {
                place.fail(&["no event has the field `", key, "`\nhelp: did you mean `", ENVELOPE[i], "`?"]);
            }
            return;
        }
        i += 1;
    }
}

/// Equality without letter case, `-` and `_`.
const fn alike(mut a: &[u8], mut b: &[u8]) -> bool {
    loop {
        match (a, b) {
            ([b'-' | b'_', rest @ ..], _) => a = rest,
            (_, [b'-' | b'_', rest @ ..]) => b = rest,
            ([x, rest_of_a @ ..], [y, rest_of_b @ ..]) if x.eq_ignore_ascii_case(y) => {
                (a, b) = (rest_of_a, rest_of_b);
            }
            ([], []) => return true,
            _ => return false,
        }
    }
}

/// The values that a field is matched with.
#[track_caller]
const fn values(reader: &mut JsonReader, key: &str, depth: usize) {
    let start = *reader;
    reader.open();
    let is_or = is_one_of(key, &["$or"]);
    let (mut first, mut count) = (true, 0);
    while reader.more(b']', first) {
        first = false;
        count += 1;
        match reader.value() {
            b'{' if is_or => fields(reader, depth + 1),
            b'{' => operator::check(reader),
            b'[' => {
                reader.fail(&["a field is matched against a list of values, and this is a list in a list"])
            }
            _ => reader.skip(),
        }
    }
    if first {
        start.fail(&["the list of values is empty"]);
    }
    if is_or && count < 2 {
        start.fail(&["`$or` takes two alternatives or more"]);
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    /// What the compiler would say of the pattern.
    fn fault(text: &'static str) -> Option<String> {
        let said = std::panic::catch_unwind(|| check(text)).err()?;
        Some(said.downcast_ref::<String>().cloned().unwrap_or_default())
    }

    #[test]
    fn patterns_of_the_documentation_are_accepted() {
        for text in [
            r#"{"source": ["aws.ec2"]}"#,
            r#"{"detail-type": ["a", "b"], "detail": {"state": [{"anything-but": {"prefix": "x"}}], "n": [1, null, true]}}"#,
            r#"{"detail": {"c-count": [{"numeric": [">", 0, "<=", 5]}], "d": [{"exists": false}]}}"#,
            r#"{"detail": {"$or": [{"a": [1]}, {"b": {"c": [{"cidr": "10.0.0.0/24"}]}}]}}"#,
            r#"{"$or": [{"source": ["a"]}, {"detail": {"x": [1]}}]}"#,
            r#"{"replay-name": [{"exists": true}], "source": [{"wildcard": "a*"}]}"#,
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn what_eventbridge_refuses_is_a_fault() {
        for (text, said) in [
            ("[]", "event_pattern, column 1: an event pattern is an object"),
            ("{}", "event_pattern, column 1: an object in a pattern needs at least one field"),
            (r#"{"source": "a"}"#, "event_pattern, column 12: a field is matched against a list"),
            (r#"{"source": []}"#, "event_pattern, column 12: the list of values is empty"),
            (r#"{"source": [["a"]]}"#, "event_pattern, column 13: a field is matched against a list"),
            (r#"{"source": [{"prefx": "a"}]}"#, "event_pattern, column 14: there is no operator `prefx`"),
            (
                r#"{"source": [{"prefix": "a", "suffix": "b"}]}"#,
                "event_pattern, column 27: one object holds one operator",
            ),
            (r#"{"source": [{}]}"#, "event_pattern, column 13: an operator is missing"),
            (r#"{"source": [{"exists": "true"}]}"#, "event_pattern, column 24: `exists` is"),
            (
                r#"{"detailType": ["a"]}"#,
                "no event has the field `detailType`\nhelp: did you mean `detail-type`?",
            ),
            (r#"{"detail": {"a": {}}}"#, "event_pattern, column 18: an object in a pattern needs"),
            (r#"{"$or": [{"source": ["a"]}]}"#, "event_pattern, column 9: `$or` takes two alternatives"),
            (r#"{"source": ["a"}"#, "event_pattern, column 16: not JSON"),
        ] {
            let fault = fault(text).unwrap_or_default();
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
