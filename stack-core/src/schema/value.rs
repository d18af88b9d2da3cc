//! One value against the shape of its field.

use super::label::kind;
use super::*;
use crate::expression::timestamp;
use crate::finding::{Advice, Edit, Suggestion};
use crate::json::is_number;
use crate::language::spec::{Field, Shape};
use std::fmt::Display;

/// Whether the string is meant as an expression of JSONata. One that does not end is another rule's.
fn is_expression(text: &str) -> bool {
    text.starts_with("{%")
}

impl Walk<'_> {
    pub(super) fn value(&self, field: &'static Field, key: Site, node: &Node<'_>, language: Language) {
        let evaluated = language.lenient || language.is == QueryLanguage::Jsonata;
        match &node.json {
            Json::Broken => {}
            Json::Null if field.nullable => {}
            Json::Hole(hole) if fits(hole, field.shape) => {}
            Json::String(text) if field.expression && evaluated && is_expression(text) => {}
            _ => self.shape(field, key, node, language),
        }
    }

    fn shape(&self, field: &'static Field, key: Site, node: &Node<'_>, language: Language) {
        let entry = |site| Owner { state: None, site, language };
        match (field.shape, &node.json) {
            (Shape::StateName, Json::String(_)) | (Shape::Bool, Json::Bool(_)) => {}
            (Shape::Text | Shape::ErrorName, Json::String(text)) => {
                self.text(field, node.site, text, language)
            }
            (Shape::Payload, _)
            | (Shape::Template, Json::Object(_))
            | (Shape::Items, Json::Array(_) | Json::Object(_)) => {
                payload_too_large::check_value(field.name, key, node, self.out);
                self.payload(field, node, language);
            }
            // Executions were seen to take a primitive value; that of an integration is looked at with the rest of it.
            (Shape::Template, Json::String(_) | Json::Number(_) | Json::Bool(_))
                if field.name == "Parameters" =>
            {
                self.payload(field, node, language);
            }
            (Shape::Integer(low, high), Json::Number(digits)) => self.integer(field, node, digits, low, high),
            (Shape::Number(low, high), Json::Number(digits)) => {
                // Digits of JSON's grammar are always a number of Rust's, too large ones infinity.
                let number: f64 = digits.parse().unwrap_or(f64::NAN);
                if number < low || number > high {
                    self.range(field, node, digits, number < 0.0, low, high);
                }
            }
            (Shape::Word(words), Json::String(word)) => {
                if !words.contains(&word.as_ref()) {
                    let message = format!("`{}` cannot be `{word}`", field.name);
                    let rule = certain(field.confirmed, field.fails, &unknown_word::RULE);
                    let report = self.out.report(rule, node.site, message);
                    let edit = |right| Edit::whole(node.site, word, right);
                    let advice = || format!("it takes {}", names(words.iter().copied()));
                    match (words, near(word, words.iter().copied())) {
                        ([only], _) => report.help(Suggestion::certain(advice(), edit(*only))),
                        (_, Some(Near { name, is_certain })) => {
                            report.help(Suggestion::did_you_mean(name, edit(name), is_certain))
                        }
                        (_, None) => report.help(advice()),
                    };
                }
            }
            (Shape::Path | Shape::ReferencePath, Json::String(text)) => {
                if !text.starts_with('$') {
                    let message = format!("`{}` takes a path, which starts with `$`", field.name);
                    let report = self.out.report(&not_a_path::RULE, node.site, message);
                    if text.starts_with("States.") {
                        report.help(
                            "an intrinsic function goes in a payload template, under a key that ends in `.$`",
                        );
                    } else if !text.is_empty()
                        && text.chars().all(|c| c.is_alphanumeric() || "_.[]".contains(c))
                    {
                        let edit = Edit::part(node.site, 0, 0, "$.");
                        report.help(Suggestion::did_you_mean(&format!("$.{text}"), edit, false));
                    }
                } else {
                    self.path(field, node.site, text);
                }
            }
            (Shape::PathOrIntrinsic, Json::String(text)) => self.path_or_intrinsic(field, node.site, text),
            (Shape::Timestamp, Json::String(text)) => {
                if let Err(fault) = timestamp::parse(text) {
                    let message = format!("`{}` has a malformed timestamp: {fault}", field.name);
                    self.out
                        .report(confirmed(field.confirmed, &malformed_timestamp::RULE), node.site, message)
                        .help(
                            "a timestamp looks like `2030-01-31T23:59:59Z` or `2030-01-31T23:59:59.5+01:00`",
                        );
                }
            }
            (Shape::Resource, Json::String(text)) => not_an_arn::check_text(text, node.site, self.out),
            (Shape::ErrorNames | Shape::StringList, Json::Array(items)) => {
                if items.is_empty() && matches!(field.shape, Shape::ErrorNames) {
                    self.empty(field.name, node.site, "at least one error name");
                }
                for item in items {
                    let fine = matches!(item.json, Json::String(_) | Json::Hole(_) | Json::Broken);
                    if !fine {
                        let message = format!("`{}` takes strings, not {}", field.name, kind(item));
                        self.out.report(&wrong_type::RULE, item.site, message);
                    }
                }
            }
            (Shape::States, Json::Object(members)) => {
                if members.is_empty() {
                    self.empty(field.name, node.site, "at least one state");
                }
                self.states(members);
            }
            (Shape::Object(spec), Json::Object(members)) => self.object(spec, entry(key), members),
            (Shape::List(spec) | Shape::PossiblyEmptyList(spec), Json::Array(items)) => {
                if items.is_empty() && matches!(field.shape, Shape::List(_)) {
                    self.empty(field.name, node.site, spec.label);
                }
                for item in items {
                    match &item.json {
                        Json::Object(members) => self.object(spec, entry(item.site), members),
                        Json::Broken | Json::Hole(Hole::Expression(_)) => {}
                        _ => {
                            let message = format!("{} must be an object, not {}", spec.label, kind(item));
                            self.out.report(&wrong_type::RULE, item.site, message);
                        }
                    }
                }
            }
            _ => self.wrong_type(field, node, language),
        }
    }

    fn wrong_type(&self, field: &Field, node: &Node<'_>, language: Language) {
        // What AWS does with `null` in these, or with another value in a template, is not recorded.
        let null = matches!(node.json, Json::Null)
            && matches!(field.shape, Shape::Text | Shape::ErrorName | Shape::Template);
        let unconfirmed = null || (matches!(field.shape, Shape::Template) && !field.confirmed);
        let rule = confirmed(!unconfirmed, &wrong_type::RULE);
        let name = field.name;
        let message = match &node.json {
            Json::Hole(Hole::Expression(_)) => {
                format!("a Rust expression cannot be used for {} in `{name}`", field.shape.expected())
            }
            _ => format!("`{name}` takes {}, not {}", field.shape.expected(), kind(node)),
        };
        let report = self.out.report(rule, node.site, message);
        if let Some(advice) = advice(field, node, language) {
            report.help(advice);
        }
    }

    fn integer(&self, field: &'static Field, node: &Node<'_>, digits: &str, low: i64, high: i64) {
        let negative = digits.starts_with('-');
        let whole = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if !whole {
            let round = digits.parse::<f64>().is_ok_and(|number| number.fract() == 0.0);
            let rule = confirmed(!round, &wrong_type::RULE);
            self.out.report(rule, node.site, format!("`{}` takes an integer, not `{digits}`", field.name));
            return;
        }
        let number = digits.parse().unwrap_or(if negative { i128::MIN } else { i128::MAX });
        if number < low.into() || number > high.into() {
            self.range(field, node, digits, negative, low, high);
        }
    }

    fn range<N: Display + PartialOrd + Bounds>(
        &self,
        field: &'static Field,
        node: &Node<'_>,
        digits: &str,
        negative: bool,
        low: N,
        high: N,
    ) {
        // A bound that AWS was not seen to insist on is only a warning, but nothing here is ever negative.
        let rule = confirmed(field.confirmed || negative, &out_of_range::RULE);
        let range = if high.is_open() { format!("at least {low}") } else { format!("{low} to {high}") };
        self.out.report(rule, node.site, format!("`{}` must be {range}, not {digits}", field.name));
    }

    fn empty(&self, name: &str, site: Site, needs: &str) {
        self.out.report(&empty_value::RULE, site, format!("`{name}` is empty, but needs {needs}"));
    }
}

/// How a value of the wrong type becomes a right one.
fn advice(field: &Field, node: &Node<'_>, language: Language) -> Option<Advice> {
    let expression = field.expression && language.is == QueryLanguage::Jsonata;
    let certain = |help: &str, json| Suggestion::certain(help, Edit::Value { site: node.site, json }).into();
    let quoted = |text: &str| {
        certain(&format!("put it in quotes: `\"{text}\"`"), Json::String(text.to_owned().into()))
    };
    Some(match (field.shape, &node.json) {
        (Shape::Integer(..) | Shape::Number(..) | Shape::Bool, Json::String(text))
            if text.parse::<f64>().is_ok() || matches!(text.as_ref(), "true" | "false") =>
        {
            let help = format!("leave out the quotes: `{text}`");
            match (field.shape, text.as_ref()) {
                (Shape::Bool, word @ ("true" | "false")) => certain(&help, Json::Bool(word == "true")),
                (Shape::Integer(..) | Shape::Number(..), digits) if is_number(digits) => {
                    certain(&help, Json::Number(digits.to_owned().into()))
                }
                _ => help.into(),
            }
        }
        (_, Json::String(_)) if expression => "an expression goes between `{%` and `%}`".into(),
        // YAML's words of old; its version 1.2 has others.
        (Shape::Bool, Json::String(text)) if matches!(text.as_ref(), "yes" | "Yes" | "on" | "On") => {
            certain("write `true`", Json::Bool(true))
        }
        (Shape::Bool, Json::String(text)) if matches!(text.as_ref(), "no" | "No" | "off" | "Off") => {
            certain("write `false`", Json::Bool(false))
        }
        (Shape::Word(words), Json::Number(digits)) if words.contains(&digits.as_ref()) => quoted(digits),
        (Shape::Word(words), _) => format!("it takes {}", names(words.iter().copied())).into(),
        (Shape::Text | Shape::ErrorName, Json::Number(digits)) => quoted(digits),
        (Shape::ErrorNames | Shape::StringList, Json::String(text)) => {
            let item = Json::String(text.clone().into_owned().into());
            certain(&format!("put it in brackets: `[\"{text}\"]`"), Json::Array(vec![item.into()]))
        }
        (Shape::List(_) | Shape::PossiblyEmptyList(_), Json::Object(_)) => {
            Suggestion::certain("put it in brackets, `[{ .. }]`", Edit::Wrap { site: node.site }).into()
        }
        _ => return None,
    })
}

/// Upper bounds that are none.
trait Bounds {
    fn is_open(&self) -> bool;
}

impl Bounds for i64 {
    fn is_open(&self) -> bool {
        *self == i64::MAX
    }
}

impl Bounds for f64 {
    fn is_open(&self) -> bool {
        self.is_infinite()
    }
}

/// Whether a value that is filled in later may stand for a shape.
fn fits(hole: &Hole<'_>, shape: Shape) -> bool {
    match hole {
        Hole::Expression(_) => {
            !matches!(shape, Shape::StateName | Shape::Word(_) | Shape::Resource | Shape::States)
        }
        // These are strings that no static name or path can be equal to.
        Hole::Reference(_) | Hole::Text(_) | Hole::Integration(_) => {
            matches!(shape, Shape::Text | Shape::ErrorName | Shape::Resource | Shape::Payload)
        }
    }
}

impl Shape {
    /// What a field of the shape takes, in a message.
    fn expected(self) -> &'static str {
        match self {
            Shape::StateName => "a state's name",
            Shape::Text | Shape::ErrorName => "a string",
            Shape::Bool => "`true` or `false`",
            Shape::Integer(..) => "an integer",
            Shape::Number(..) => "a number",
            Shape::Word(_) => "a fixed word",
            Shape::Path | Shape::ReferencePath => "a path",
            Shape::PathOrIntrinsic => "a path or an intrinsic function",
            Shape::Timestamp => "a timestamp",
            Shape::Resource => "the ARN of a resource",
            Shape::ErrorNames => "an array of error names",
            Shape::StringList => "an array of strings",
            Shape::Template | Shape::Object(_) => "an object",
            Shape::Payload => "any value",
            Shape::Items => "an array or an object",
            Shape::States => "an object of states",
            Shape::List(_) | Shape::PossiblyEmptyList(_) => "an array of objects",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Findings;
    use crate::json::Hole;
    use crate::language::MachineType;
    use crate::testing::with_holes;

    /// The ids of the findings; `@0` is a reference, `@1` an integration, `@2` an expression.
    fn ids(text: &str) -> Vec<&'static str> {
        let hole = |number| match number {
            0 => Hole::Reference(0),
            1 => Hole::Integration("lambda:invoke".into()),
            _ => Hole::Expression(2),
        };
        let marked =
            format!(r#"{{ "StartAt": "a", "States": {{ "a": {text}, "b": {{ "Type": "Succeed" }} }} }}"#);
        let (text, holes) = with_holes(&marked, hole);
        let out = Findings::new();
        let root = crate::read(&text, &holes, &out);
        let findings = crate::check(&root, MachineType::Standard, &[], out).findings;
        findings.iter().map(|finding| finding.rule.id).collect()
    }

    #[test]
    fn strings_that_are_known_later_stand_for_strings() {
        let fine = r#"{ "Type": "Task", "Resource": @1, "Comment": @0, "Parameters": { "FunctionName": @0, "Payload": { "x": @0, "y": [@1] } }, "Next": "b" }"#;
        assert_eq!(ids(fine), [""; 0]);
        assert_eq!(
            ids(r#"{ "Type": "Task", "Resource": @0, "TimeoutSeconds": @0, "Next": "b" }"#),
            ["wrong-type"]
        );
        assert_eq!(
            ids(r#"{ "Type": "Task", "Resource": @1, "Parameters": { "FunctionName": @0 }, "Next": @0 }"#),
            ["wrong-type"]
        );
        assert_eq!(ids(r#"{ "Type": "Pass", "InputPath": @0, "Next": "b" }"#), ["wrong-type"]);
    }

    #[test]
    fn expressions_stand_for_values_and_never_for_names() {
        let fine = r#"{ "Type": "Task", "Resource": @1, "Parameters": { "FunctionName": @2 }, "TimeoutSeconds": @2, "Retry": @2, "InputPath": @2, "Next": "b" }"#;
        assert_eq!(ids(fine), [""; 0]);
        for wrong in [
            r#"{ "Type": "Task", "Resource": @2, "Next": "b" }"#,
            r#"{ "Type": "Pass", "Next": @2 }"#,
            r#"{ "Type": @2, "Next": "b" }"#,
            r#"{ "Type": "Pass", "QueryLanguage": @2, "Next": "b" }"#,
            "@2",
        ] {
            assert_eq!(ids(wrong), ["wrong-type"], "{wrong}");
        }
    }

    #[test]
    fn no_reference_is_a_path() {
        let template =
            |value: &str| format!(r#"{{ "Type": "Pass", "Parameters": {{ "x.$": {value} }}, "Next": "b" }}"#);
        assert_eq!(ids(&template("@0")), ["not-a-path"]);
        assert_eq!(ids(&template("@1")), ["not-a-path"]);
        assert_eq!(ids(&template("@2")), [""; 0]);
    }
}
