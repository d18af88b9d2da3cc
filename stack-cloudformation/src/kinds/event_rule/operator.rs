//! The operators of event patterns and what they take, `{"prefix": "a"}`, in const code.
//!
//! What is refused here EventBridge's matcher refuses (`aws/event-ruler`). What a placeholder stands for is not known.

use crate::compile_time::compare::{contains, is_one_of, same};
use crate::compile_time::json_text::JsonReader;

const OPERATORS: [&str; 9] = [
    "prefix",
    "suffix",
    "equals-ignore-case",
    "wildcard",
    "anything-but",
    "numeric",
    "exists",
    "cidr",
    "exactly",
];

/// Stops the compilation unless an operator starts here; goes behind it.
#[track_caller]
pub(super) const fn check(reader: &mut JsonReader) {
    let (place, key) = name(reader);
    if same(key, "anything-but-ignore-case") {
        place.fail(&[
            "there is no operator `",
            key,
            "`\nhelp: write `{\"anything-but\": {\"equals-ignore-case\": ..}}`",
        ]);
    }
    if !is_one_of(key, &OPERATORS) {
        place.fail(&[
            "there is no operator `",
            key,
            "`\nhelp: there are `prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `anything-but`, `numeric`, `exists` and `cidr`",
        ]);
    }
    let first = reader.value();
    match key.as_bytes() {
        b"exists" if !matches!(first, b't' | b'f') => reader.fail(&["`exists` is `true` or `false`"]),
        b"prefix" | b"suffix" if first == b'{' => ignoring_case(reader, key),
        b"prefix" | b"suffix" | b"equals-ignore-case" => {
            text(reader, key);
        }
        b"wildcard" => wildcard(reader),
        b"cidr" => cidr(reader),
        b"numeric" => numeric(reader),
        b"anything-but" => anything_but(reader),
        _ => reader.skip(),
    }
    close(reader);
}

/// Goes into the object of an operator, and reads its name; gives its place, too.
#[track_caller]
const fn name(reader: &mut JsonReader) -> (JsonReader, &'static str) {
    let start = *reader;
    reader.open();
    if !reader.more(b'}', true) {
        start.fail(&["an operator is missing, such as `{\"prefix\": \"a\"}`"]);
    }
    let place = *reader;
    (place, reader.key())
}

/// Goes behind an object of one member.
#[track_caller]
const fn close(reader: &mut JsonReader) {
    let end = *reader;
    if reader.more(b'}', false) {
        end.fail(&["one object holds one operator: write `{..}, {..}`"]);
    }
}

/// Reads the string that an operator takes.
#[track_caller]
const fn text(reader: &mut JsonReader, key: &str) -> &'static str {
    if reader.value() != b'"' {
        reader.fail(&["`", key, "` takes a string"]);
    }
    reader.string()
}

/// `{"prefix": {"equals-ignore-case": "a"}}`.
#[track_caller]
const fn ignoring_case(reader: &mut JsonReader, key: &str) {
    let start = *reader;
    reader.open();
    if !reader.more(b'}', true) || !same(reader.key(), "equals-ignore-case") {
        start.fail(&["`", key, "` takes a string or `{\"equals-ignore-case\": \"..\"}`"]);
    }
    text(reader, "equals-ignore-case");
    close(reader);
}

/// Two stars in a row are refused, and of escapes there are those of a star and of a backslash.
#[track_caller]
const fn wildcard(reader: &mut JsonReader) {
    let start = *reader;
    // Escapes are as in JSON: two backslashes are one.
    let mut rest = text(reader, "wildcard").as_bytes();
    let mut after_star = false;
    loop {
        rest = match rest {
            [b'*', ..] if after_star => start.fail(&["a wildcard has no two `*` in a row"]),
            [b'*', others @ ..] => {
                after_star = true;
                others
            }
            [b'\\', b'\\', b'*', others @ ..] | [b'\\', b'\\', b'\\', b'\\', others @ ..] => {
                after_star = false;
                others
            }
            [b'\\', b'\\', ..] => {
                start.fail(&["in a wildcard, a backslash stands before `*` or another one: `\\\\*`"])
            }
            [b'\\', _, others @ ..] | [_, others @ ..] => {
                after_star = false;
                others
            }
            [] => return,
        };
    }
}

/// A network: `10.0.0.0/24`, `2001:db8::/32`.
#[track_caller]
const fn cidr(reader: &mut JsonReader) {
    let start = *reader;
    let text = text(reader, "cidr");
    if !contains(text, b'$') && !is_network(text) {
        start.fail(&["`cidr` takes a network, such as `10.0.0.0/24`: `", text, "`"]);
    }
}

const fn is_network(text: &str) -> bool {
    let mut slash = 0;
    while slash < text.len() && text.as_bytes()[slash] != b'/' {
        slash += 1;
    }
    if slash == text.len() || !text.is_char_boundary(slash) {
        return false;
    }
    let (address, bits) = text.split_at(slash);
    let is_v6 = contains(address, b':');
    let Ok(bits) = u32::from_str_radix(bits.split_at(1).1, 10) else { return false };
    bits <= (if is_v6 { 128 } else { 32 }) && (is_v6 || is_address(address))
}

/// Four numbers up to 255.
const fn is_address(text: &str) -> bool {
    let (mut rest, mut number, mut digits, mut dots) = (text.as_bytes(), 0, 0, 0);
    while let [first, others @ ..] = rest {
        match first {
            b'0'..=b'9' if digits < 3 => {
                number = number * 10 + (*first - b'0') as u32;
                digits += 1;
            }
            b'.' if digits > 0 => (number, digits, dots) = (0, 0, dots + 1),
            _ => return false,
        }
        if number > 255 {
            return false;
        }
        rest = others;
    }
    dots == 3 && digits > 0
}

/// `[">", 0]`, `[">", 0, "<=", 5]`.
#[track_caller]
const fn numeric(reader: &mut JsonReader) {
    let start = *reader;
    if reader.value() != b'[' {
        reader.fail(&["`numeric` takes a list, such as `[\">\", 0, \"<=\", 5]`"]);
    }
    reader.open();
    let (mut count, mut above, mut below) = (0, None, None);
    let mut operator = "";
    while reader.more(b']', count == 0) {
        let place = *reader;
        if count % 2 == 0 {
            operator = if reader.value() == b'"' { reader.string() } else { "" };
            if !is_one_of(operator, &["=", "<", "<=", ">", ">="]) {
                place.fail(&["`numeric` compares with `=`, `<`, `<=`, `>` or `>=`"]);
            }
        } else {
            if !matches!(reader.value(), b'-' | b'0'..=b'9') {
                reader.fail(&["`numeric` compares with a number"]);
            }
            // Fractions are left to EventBridge.
            let number = match i64::from_str_radix(reader.written(), 10) {
                Ok(number) => Some(number),
                Err(_) => None,
            };
            match operator.as_bytes() {
                [b'>', ..] => above = number,
                [b'<', ..] => below = number,
                _ => {}
            }
        }
        count += 1;
    }
    if count != 2 && count != 4 {
        start.fail(&["`numeric` takes one comparison or two, such as `[\">\", 0, \"<=\", 5]`"]);
    }
    if let (Some(above), Some(below)) = (above, below)
        && above >= below
    {
        start.fail(&["no number is in this range"]);
    }
}

/// A string, a number, a list of either, or an operator on strings.
#[track_caller]
const fn anything_but(reader: &mut JsonReader) {
    match reader.value() {
        b'"' | b'-' | b'0'..=b'9' => reader.skip(),
        b'[' => list(reader, false),
        b'{' => {
            let (place, key) = name(reader);
            if !is_one_of(key, &["prefix", "suffix", "equals-ignore-case", "wildcard"]) {
                place.fail(&[
                    "`anything-but` goes with `prefix`, `suffix`, `equals-ignore-case` and `wildcard`, not with `",
                    key,
                    "`",
                ]);
            }
            match reader.value() {
                b'[' => list(reader, true),
                _ if same(key, "wildcard") => wildcard(reader),
                _ => {
                    text(reader, key);
                }
            }
            close(reader);
        }
        _ => reader.fail(&["`anything-but` takes strings or numbers"]),
    }
}

/// A list that is not empty, of strings alone or of numbers alone.
#[track_caller]
const fn list(reader: &mut JsonReader, only_strings: bool) {
    let start = *reader;
    reader.open();
    let (mut strings, mut numbers) = (0, 0);
    while reader.more(b']', strings + numbers == 0) {
        match reader.value() {
            b'"' => strings += 1,
            b'-' | b'0'..=b'9' if !only_strings => numbers += 1,
            _ if only_strings => reader.fail(&["this list is one of strings"]),
            _ => reader.fail(&["`anything-but` takes strings or numbers"]),
        }
        reader.skip();
    }
    if strings + numbers == 0 {
        start.fail(&["the list of values is empty"]);
    }
    if strings > 0 && numbers > 0 {
        start.fail(&["a list of `anything-but` has strings alone or numbers alone"]);
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::compile_time::json_text::JsonReader;

    /// What the compiler would say of the operator.
    fn fault(text: &'static str) -> Option<String> {
        let read = || {
            let mut reader = JsonReader::new("p", text);
            check(&mut reader);
            reader.finish();
        };
        let said = std::panic::catch_unwind(read).err()?;
        Some(said.downcast_ref::<String>().cloned().unwrap_or_default())
    }

    #[test]
    fn what_eventbridge_takes_is_accepted() {
        for text in [
            r#"{"prefix": "a"}"#,
            r#"{"suffix": {"equals-ignore-case": "a"}}"#,
            r#"{"equals-ignore-case": ""}"#,
            r#"{"wildcard": "a*b\\*c\\\\*\n*"}"#,
            r#"{"cidr": "10.0.0.0/24"}"#,
            r#"{"cidr": "2001:db8::/32"}"#,
            r#"{"cidr": "${network}"}"#,
            r#"{"numeric": ["=", 1.5e3]}"#,
            r#"{"numeric": [">=", 0, "<", 5]}"#,
            r#"{"numeric": [">", 0.5, "<", 0.2]}"#,
            r#"{"anything-but": "a"}"#,
            r#"{"anything-but": [1, -2]}"#,
            r#"{"anything-but": {"prefix": ["a", "b"]}}"#,
            r#"{"anything-but": {"wildcard": "*/x"}}"#,
            r#"{"exists": false}"#,
            r#"{"exactly": "a"}"#,
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn what_eventbridge_refuses_is_a_fault() {
        for (text, said) in [
            (r#"{"prefix": 5}"#, "p, column 12: `prefix` takes a string"),
            (r#"{"suffix": {"foo": "a"}}"#, "`suffix` takes a string or `{\"equals-ignore-case\""),
            (r#"{"prefix": {"equals-ignore-case": 1}}"#, "`equals-ignore-case` takes a string"),
            (r#"{"equals-ignore-case": 5}"#, "p, column 24: `equals-ignore-case` takes a string"),
            (r#"{"wildcard": "a**b"}"#, "a wildcard has no two `*` in a row"),
            (r#"{"wildcard": "a\\q"}"#, "in a wildcard, a backslash stands before"),
            (r#"{"wildcard": 1}"#, "`wildcard` takes a string"),
            (r#"{"cidr": "10.0.0.0/99"}"#, "`cidr` takes a network, such as `10.0.0.0/24`: `10.0.0.0/99`"),
            (r#"{"cidr": "10.0.0.256/8"}"#, "`cidr` takes a network"),
            (r#"{"cidr": "10.0.0.0"}"#, "`cidr` takes a network"),
            (r#"{"cidr": "10.0.0/8"}"#, "`cidr` takes a network"),
            (r#"{"cidr": "é/8"}"#, "`cidr` takes a network"),
            (r#"{"numeric": ["~", 5]}"#, "p, column 14: `numeric` compares with `=`"),
            (r#"{"numeric": [">"]}"#, "`numeric` takes one comparison or two"),
            (r#"{"numeric": []}"#, "`numeric` takes one comparison or two"),
            (r#"{"numeric": [">", "1"]}"#, "p, column 19: `numeric` compares with a number"),
            (r#"{"numeric": [">", 5, "<", 1]}"#, "no number is in this range"),
            (r#"{"numeric": ["<", 5, ">=", 5]}"#, "no number is in this range"),
            (r#"{"numeric": 5}"#, "`numeric` takes a list"),
            (r#"{"anything-but": []}"#, "the list of values is empty"),
            (r#"{"anything-but": ["a", 5]}"#, "strings alone or numbers alone"),
            (r#"{"anything-but": null}"#, "`anything-but` takes strings or numbers"),
            (r#"{"anything-but": [true]}"#, "`anything-but` takes strings or numbers"),
            (r#"{"anything-but": {"foo": "x"}}"#, "p, column 19: `anything-but` goes with `prefix`"),
            (r#"{"anything-but": {"equals-ignore-case": 5}}"#, "`equals-ignore-case` takes a string"),
            (r#"{"anything-but": {"suffix": [5]}}"#, "this list is one of strings"),
            (r#"{"anything-but": {"prefix": "a", "suffix": "b"}}"#, "one object holds one operator"),
            (
                r#"{"anything-but-ignore-case": "y"}"#,
                "help: write `{\"anything-but\": {\"equals-ignore-case\"",
            ),
        ] {
            let fault = fault(text).unwrap_or_default();
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
