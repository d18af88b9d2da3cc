//! Input paths and input templates, checked in const code. `PutTargets` refuses what is refused here.

use crate::compile_time::compare::{contains, same, starts_with};
use crate::compile_time::json_text::{self, JsonReader};
use crate::compile_time::message::fail;
use crate::kinds::properties::checks::distinct;
use crate::references::value::{Pairs, Value};

/// What starts the names that EventBridge gives itself.
const RESERVED: &str = "aws.events.";

/// Stops the compilation unless it is a path into an event: `$.detail.id`.
#[track_caller]
pub(super) const fn path(path: &str) {
    let mut good = starts_with(path, "$");
    let mut rest = path.as_bytes();
    while let [first, others @ ..] = rest {
        good = good && !matches!((first, others), (b'[', [b'\'' | b'"', ..]));
        rest = others;
    }
    if !good {
        fail(&[
            "a path into the event starts with `$` and continues with dots, such as `$.detail.id`: `",
            path,
            "`",
        ]);
    }
}

/// Checks the values that a template takes from the event.
#[track_caller]
pub(super) const fn paths(paths: Pairs) {
    if paths.len() > 100 {
        panic!("a template takes at most 100 values from the event");
    }
    let mut rest = paths;
    while let [(name, value), others @ ..] = rest {
        if starts_with(name, RESERVED) || name.is_empty() || !is_name(name) {
            fail(&[
                "a value has a name of letters, digits, `-`, `_` and `.`, and not one of EventBridge's own: `",
                name,
                "`",
            ]);
        }
        match value {
            Value::Text(text) => path(text),
            _ => fail(&["the value `", name, "` is a path into the event, such as `$.detail.id`"]),
        }
        rest = others;
    }
    distinct("value", paths);
}

const fn is_name(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.', others @ ..] = rest {
        rest = others;
    }
    rest.is_empty()
}

/// Checks a template against the values there are. In quotation marks a placeholder is part of the string; elsewhere
/// it stands for a value, and the text is JSON once it is filled in.
#[track_caller]
pub(super) const fn template(text: &'static str, values: Pairs) {
    let mut rest = text;
    while let Some((name, others)) = placeholder(rest) {
        if starts_with(name, RESERVED) {
            if same(name, "aws.events.event.json") && !json_text::is_object(text) {
                panic!(
                    "`<aws.events.event.json>` can only be in a template that is an object: `{{\"event\": <aws.events.event.json>}}`"
                );
            }
        } else if !is_value(name, values) {
            fail(&["input_paths has no `", name, "`\nhelp: add `(\"", name, "\", \"$.detail...\")`"]);
        }
        rest = others;
    }
    let mut reader = JsonReader::new("input_template", text).with_placeholders();
    reader.skip();
    reader.finish();
}

const fn is_value(name: &str, values: Pairs) -> bool {
    let mut rest = values;
    while let [(value, _), others @ ..] = rest {
        if same(name, value) {
            return true;
        }
        rest = others;
    }
    false
}

/// The name in the next `<name>`, and what follows it.
const fn placeholder(text: &'static str) -> Option<(&'static str, &'static str)> {
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'<' => start = at + 1,
            b'>' if start > 0 && at > start => {
                let name = text.split_at(at).0.split_at(start).1;
                return Some((name, text.split_at(at + 1).1));
            }
            byte if start > 0 && !contains("-_.", byte) && !byte.is_ascii_alphanumeric() => start = 0,
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: Pairs = &[("id", Value::Text("$.detail.id")), ("all", Value::Text("$"))];

    #[test]
    fn templates_of_the_documentation_are_accepted() {
        for text in [
            r#"{"id": <id>, "all": <all>, "text": "the order <id> at <aws.events.event.ingestion-time>"}"#,
            r#"{"event": <aws.events.event.json>, "rule": "<aws.events.rule-arn>"}"#,
            r#""the order <id> is < 5 and > 3""#,
            "<all>",
            "[<id>, 1]",
        ] {
            template(text, VALUES);
        }
        paths(VALUES);
        path("$.detail.items[0].id");
    }

    #[test]
    #[should_panic(expected = "input_paths has no `order`")]
    fn a_placeholder_without_a_value_is_refused() {
        template(r#"{"id": <order>}"#, VALUES);
    }

    #[test]
    #[should_panic(expected = "can only be in a template that is an object")]
    fn the_whole_event_stands_in_an_object() {
        template("[<aws.events.event.json>]", VALUES);
    }

    #[test]
    #[should_panic(expected = "input_template, column 8: not JSON")]
    fn a_template_is_json_but_for_its_placeholders() {
        template(r#"{"id": the <id>}"#, VALUES);
    }

    #[test]
    #[should_panic(expected = "a path into the event starts with `$`")]
    fn a_path_has_no_quotation_marks() {
        path("$.detail['id']");
    }

    #[test]
    #[should_panic(expected = "not one of EventBridge's own: `aws.events.rule-name`")]
    fn a_name_of_eventbridge_is_refused() {
        paths(&[("aws.events.rule-name", Value::Text("$"))]);
    }
}
