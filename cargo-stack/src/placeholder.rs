//! What is known only at deployment: `${placeholder}` in texts, as `Fn::Sub`, SAM and Terraform write it, and what only
//! one of them knows.

use crate::directives;
use stack_core::finding::Findings;
use stack_core::json::interpolation::{Hole, Notation};
use stack_core::json::{Json, Node, Site};
use stack_core::rules::documents::json_syntax;
use std::borrow::Cow;

/// What stands for one that has no name.
pub(crate) const UNNAMED_PLACEHOLDER: &str = "${value}";

/// What follows the name of a placeholder that stands outside of quotes.
const UNQUOTED: char = '\u{1}';

/// Gives the placeholders outside of strings their names, which the text has that a value was read from.
pub(crate) fn name_unquoted(node: &mut Node<'_>, text: &str) {
    match &mut node.json {
        Json::String(value) if *value == UNNAMED_PLACEHOLDER => {
            let rest = text.get(node.site.0 as usize..).filter(|rest| rest.starts_with("${"));
            if let Some(name) = rest.and_then(|rest| rest.get(..length(rest)?)) {
                *value = format!("{name}{UNQUOTED}").into();
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| name_unquoted(item, text)),
        Json::Object(members) => {
            members.iter_mut().for_each(|member| name_unquoted(&mut member.value, text));
        }
        _ => {}
    }
}

/// The placeholder outside of quotes that a string stands for.
pub(crate) fn unquoted(text: &str) -> Option<&str> {
    text.strip_suffix(UNQUOTED)
}

/// Whether a placeholder is in the text.
pub(crate) fn is_in(text: &str) -> bool {
    Notation::Placeholder.is_in(text)
}

/// The length of the placeholder that the text starts with.
pub(crate) fn length(text: &str) -> Option<usize> {
    Notation::Placeholder.first(text).map(|hole| hole.place.end)
}

/// What fills in the texts of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filler {
    /// A tool that is not known: Terraform has directives, too.
    Tool,
    /// CloudFormation, which looks up `{{resolve:..}}` in a template.
    Template,
    /// CloudFormation, in a file that a template names.
    NamedFile,
}

impl Filler {
    /// Whether it decides what is in the text.
    fn fills(self, text: &str) -> bool {
        is_in(text)
            || match self {
                Filler::Tool => directives::are_in(text),
                Filler::Template => {
                    text.split_once("{{resolve:").is_some_and(|(_, rest)| rest.contains("}}"))
                }
                Filler::NamedFile => false,
            }
    }
}

/// Whether the text is the ARN of an integration in which only the partition is not known, as in CDK's templates.
fn is_integration(text: &str) -> bool {
    let call = || {
        let rest = text.strip_prefix("arn:")?;
        rest.get(length(rest)?..)?.strip_prefix(":states:::")
    };
    call().is_some_and(|call| !is_in(call))
}

/// Puts in what placeholders stand for, by their names, in keys as well. Others stay.
pub(crate) fn fill(node: &mut Node<'_>, values: &[(Cow<'_, str>, Cow<'_, str>)]) {
    match &mut node.json {
        Json::String(text) if is_in(text) => *text = filled(text, values).into(),
        Json::Array(items) => items.iter_mut().for_each(|item| fill(item, values)),
        Json::Object(members) => {
            for member in members {
                if is_in(&member.key.value) {
                    member.key.value = filled(&member.key.value, values).into();
                }
                fill(&mut member.value, values);
            }
        }
        _ => {}
    }
}

/// Puts in the values that are known, and returns the sites where that was.
pub(crate) fn fill_known(
    node: &mut Node<'_>,
    values: &[(Cow<'_, str>, Cow<'_, str>)],
    out: &Findings,
) -> Vec<Site> {
    let is_known = |value: &str| !is_in(value) && !value.contains("{{resolve:");
    let known: Vec<_> = values.iter().filter(|(_, value)| is_known(value)).cloned().collect();
    let mut sites = Vec::new();
    if !known.is_empty() {
        changed(node, &known, &mut sites);
        fill(node, &known);
        fill_unquoted(node, out);
    }
    sites
}

/// Reads the values that were put in outside of quotes.
fn fill_unquoted(node: &mut Node<'_>, out: &Findings) {
    match &mut node.json {
        Json::String(text) => {
            let Some(text) = unquoted(text).filter(|text| !is_in(text)) else { return };
            let faults = Findings::new();
            let value = stack_core::read(text, &[], &faults).json;
            if !faults.finish().is_empty() {
                let message = format!("`{text}`, which is put in for this placeholder, is not JSON");
                out.report(&json_syntax::RULE, node.site, message)
                    .help("for a string, put the placeholder in quotes");
            }
            node.json = match value {
                Json::Number(number) => Json::Number(number.into_owned().into()),
                Json::Bool(value) => Json::Bool(value),
                Json::Null => Json::Null,
                _ => Json::Broken,
            };
        }
        Json::Array(items) => items.iter_mut().for_each(|item| fill_unquoted(item, out)),
        Json::Object(members) => {
            members.iter_mut().for_each(|member| fill_unquoted(&mut member.value, out));
        }
        _ => {}
    }
}

/// The sites of texts that some of these values are put into.
fn changed(node: &Node<'_>, values: &[(Cow<'_, str>, Cow<'_, str>)], sites: &mut Vec<Site>) {
    let changes = |text: &str| {
        let mut holes = Notation::Placeholder.holes(text);
        holes.any(|hole| values.iter().any(|(known, _)| *known == hole.name.trim()))
    };
    match &node.json {
        Json::String(text) if changes(text) => sites.push(node.site),
        Json::Array(items) => items.iter().for_each(|item| changed(item, values, sites)),
        Json::Object(members) => {
            for member in members {
                if changes(&member.key.value) {
                    sites.push(member.key.site);
                }
                changed(&member.value, values, sites);
            }
        }
        _ => {}
    }
}

fn filled(text: &str, values: &[(Cow<'_, str>, Cow<'_, str>)]) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for Hole { name, place } in Notation::Placeholder.holes(text) {
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name.trim()) {
            out.push_str(&text[at..place.start]);
            out.push_str(value);
            at = place.end;
        }
    }
    out + &text[at..]
}

/// Makes every string that is filled in a value of which rules know nothing. The keys stay, and integrations in
/// whatever partition.
pub(crate) fn forget(node: &mut Node<'_>, filler: Filler) {
    match &mut node.json {
        Json::String(text) if filler.fills(text) && !is_integration(text) => node.json = Json::Broken,
        Json::Array(items) => items.iter_mut().for_each(|item| forget(item, filler)),
        Json::Object(members) => members.iter_mut().for_each(|member| forget(&mut member.value, filler)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Filler, filled, is_in};

    #[test]
    fn placeholders_are_told_from_other_dollars() {
        for text in ["${A}", "arn:${AWS::Region}:x", "$${a.b}", "${", "${}${x}"] {
            assert_eq!(is_in(text), text != "${", "{text}");
        }
        for text in ["$.a", "$states{x}", "${}", "${ $x{", "{% $a.{} %}"] {
            assert!(!is_in(text), "{text}");
        }
    }

    #[test]
    fn only_some_know_more_than_placeholders() {
        let fillers = |text| [Filler::Tool, Filler::Template, Filler::NamedFile].map(|it| it.fills(text));
        assert_eq!(fillers("x${A}"), [true; 3]);
        assert_eq!(fillers("{{resolve:ssm:/a}}"), [false, true, false]);
        assert_eq!(fillers("%{ if a }b%{ endif }"), [true, false, false]);
        assert_eq!(fillers("{{ resolve }} {% $x %}"), [false; 3]);
    }

    #[test]
    fn values_are_put_in_once() {
        let values = [("A".into(), "${B}".into()), ("B".into(), "b".into())];
        assert_eq!(filled("${A}/${ B }/${C}/$x", &values), "${B}/b/${C}/$x");
    }
}
