//! Scalars of YAML as values of JSON, by the core schema of YAML 1.2, and the booleans of YAML 1.1.

use saphyr_parser::{ScalarStyle, Tag};
use stack_core::json::Json;
use stack_core::json::is_number;
use std::borrow::Cow;

/// By which version scalars are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// YAML 1.2.
    Core,
    /// YAML 1.1, as far as booleans are concerned.
    Old,
}

/// What a word without quotes means in YAML 1.1, if it is a boolean there and a string in YAML 1.2.
pub fn old_boolean(word: &str) -> Option<bool> {
    match word {
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// What a scalar means.
pub(crate) fn json<'a>(
    text: Cow<'a, str>,
    style: ScalarStyle,
    tag: Option<&Tag>,
    version: Version,
) -> Json<'a> {
    let is_text = match tag.filter(|tag| tag.is_yaml_core_schema()).map(|tag| tag.suffix.as_str()) {
        Some("str") => true,
        // `!!bool "true"`: writers that quote everything say so.
        Some("bool" | "int" | "float" | "null") => false,
        _ => style != ScalarStyle::Plain,
    };
    if is_text {
        return Json::String(text);
    }
    if version == Version::Old
        && let Some(value) = old_boolean(&text)
    {
        return Json::Bool(value);
    }
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Json::Null,
        "true" | "True" | "TRUE" => Json::Bool(true),
        "false" | "False" | "FALSE" => Json::Bool(false),
        _ if is_number(&text) => Json::Number(text),
        _ => match number(&text) {
            Some(number) => Json::Number(number.into()),
            None => Json::String(text),
        },
    }
}

/// A number that JSON writes in another way.
fn number(text: &str) -> Option<String> {
    let radix =
        |digits: &str, radix| u64::from_str_radix(digits, radix).ok().map(|number| number.to_string());
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16).filter(|_| !digits.starts_with('+'));
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8).filter(|_| !digits.starts_with('+'));
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let number = format!("{sign}{whole}{point}{fraction}{exponent}");
    is_number(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{Version, json};
    use saphyr_parser::ScalarStyle;
    use stack_core::json::Json;

    #[test]
    fn plain_scalars_are_what_the_core_schema_says() {
        let plain = |text: &'static str| json(text.into(), ScalarStyle::Plain, None, Version::Core);
        for (text, digits) in [
            ("12", "12"),
            ("-0.50", "-0.50"),
            ("+7", "7"),
            ("007", "7"),
            ("-00", "-0"),
            (".5", "0.5"),
            ("3.", "3"),
            ("1e3", "1e3"),
            ("+.5E-3", "0.5E-3"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("1.50", "1.50"),
        ] {
            assert_eq!(plain(text), Json::Number(digits.into()), "{text}");
        }
        for text in [
            "yes",
            "2024-01-31T00:00:00Z",
            "1_000",
            ".",
            "-",
            "e3",
            "1e",
            "0x",
            "0x+1",
            ".inf",
            "1.2.3",
            "$.x",
        ] {
            assert_eq!(plain(text), Json::String(text.into()), "{text}");
        }
        assert_eq!((plain("~"), plain("True")), (Json::Null, Json::Bool(true)));
        assert_eq!(
            json("12".into(), ScalarStyle::DoubleQuoted, None, Version::Core),
            Json::String("12".into())
        );
    }
}
