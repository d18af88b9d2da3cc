//! Definitions as texts: JSON and YAML in the styles that people write.

use crate::random::Random;
use serde_json::Value;

/// JSON in one line, in many, and dense.
pub(crate) fn json(value: &Value, random: &mut Random) -> String {
    match random.below(3) {
        0 => value.to_string(),
        1 => value.to_string().replace("\":", "\": ").replace(",\"", ", \""),
        _ => format!("{value:#}\n"),
    }
}

/// YAML with blocks, now and then in one line, and with comments.
pub(crate) fn yaml(value: &Value, random: &mut Random) -> String {
    let mut text = String::new();
    block(value, 0, random, &mut text);
    text.push('\n');
    text.trim_start().to_owned()
}

fn block(value: &Value, indent: usize, random: &mut Random, text: &mut String) {
    let line = |text: &mut String| {
        text.push('\n');
        text.push_str(&" ".repeat(indent));
    };
    match value {
        Value::Object(members) if !members.is_empty() && (indent == 0 || !random.once_in(5)) => {
            for (key, value) in members {
                line(text);
                scalar(key, random, text);
                text.push(':');
                block(value, indent + 2, random, text);
            }
        }
        Value::Array(items) if !items.is_empty() && !random.once_in(3) => {
            for item in items {
                line(text);
                text.push('-');
                match item {
                    // Its first member stands behind the dash.
                    Value::Object(members) if !members.is_empty() => {
                        let mut inner = String::new();
                        block(item, indent + 2, random, &mut inner);
                        text.push(' ');
                        text.push_str(inner.trim_start());
                    }
                    item => block(item, indent + 2, random, text),
                }
            }
        }
        Value::String(value) if value.contains(' ') && is_literal(value) && random.once_in(3) => {
            text.push_str(" |-");
            line(text);
            text.push_str(value);
        }
        Value::String(value) => {
            text.push(' ');
            scalar(value, random, text);
            comment(random, text);
        }
        Value::Array(_) | Value::Object(_) => {
            text.push(' ');
            flow(value, random, text);
        }
        other => {
            text.push_str(&format!(" {other}"));
            comment(random, text);
        }
    }
}

fn comment(random: &mut Random, text: &mut String) {
    if random.once_in(6) {
        text.push_str("  # why: \"this\"");
    }
}

fn flow(value: &Value, random: &mut Random, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                flow(item, random, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push_str("{ ");
            for (at, (key, value)) in members.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                scalar(key, random, text);
                text.push_str(": ");
                flow(value, random, text);
            }
            text.push_str(" }");
        }
        Value::String(value) => scalar(value, random, text),
        other => text.push_str(&other.to_string()),
    }
}

/// A string in one line, in one of the styles that can hold it.
fn scalar(value: &str, random: &mut Random, text: &mut String) {
    let is_word = value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '$')
        && value.chars().all(|c| c.is_ascii_alphanumeric() || "$._-".contains(c))
        && !["true", "false", "null", "yes", "no"].iter().any(|word| value.eq_ignore_ascii_case(word));
    let is_line = !value.chars().any(char::is_control);
    match random.below(3) {
        0 | 1 if is_word => text.push_str(value),
        0 | 1 if is_line => text.push_str(&format!("'{}'", value.replace('\'', "''"))),
        _ => text.push_str(&Value::from(value).to_string()),
    }
}

/// Whether it can be the one line of a block.
fn is_literal(value: &str) -> bool {
    !value.starts_with([' ', '#']) && !value.ends_with(' ') && !value.chars().any(char::is_control)
}
