//! What is known only at deployment: `${placeholder}` in texts, as `Fn::Sub`, SAM and Terraform write it.

use stack_core::json::{Json, Node};
use std::borrow::Cow;

/// Where a placeholder starts.
const OPEN: &str = "${";

/// What stands for one that has no name.
pub(crate) const UNNAMED_PLACEHOLDER: &str = "${value}";

/// Whether a placeholder is in the text.
pub(crate) fn is_in(text: &str) -> bool {
    find(text).is_some()
}

/// The byte of the first placeholder of the text.
fn find(text: &str) -> Option<usize> {
    let mut from = 0;
    // Looking for one byte is much faster than looking for two, and most files hold none.
    while let Some(at) = text.get(from..)?.find('$') {
        let start = from + at;
        if length(text.get(start..)?).is_some() {
            return Some(start);
        }
        from = start + 1;
    }
    None
}

/// The length of the placeholder that the text starts with.
fn length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(OPEN)?;
    let end = inner.find(['}', '{', '\n', '"'])?;
    (end > 0 && inner.as_bytes().get(end) == Some(&b'}')).then_some(OPEN.len() + end + 1)
}

/// A JSON text in which placeholders may stand for whole values: those become `@0`, with blanks up to their length,
/// so that all places stay what they were.
pub(crate) fn as_holes(text: &str) -> Cow<'_, str> {
    // Most files hold none, which a search for the two bytes finds out at the speed of reading.
    if !text.contains(OPEN) || find(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut quoted = false;
    while let Some(at) = rest.find(['"', '\\', '$']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let length = match special.as_bytes().first() {
            Some(b'"') => {
                quoted = !quoted;
                1
            }
            Some(b'\\') => 1 + special.chars().nth(1).map_or(0, char::len_utf8),
            _ => match length(special) {
                Some(length) if !quoted => {
                    out.push_str("@0");
                    out.extend(std::iter::repeat_n(' ', length - "@0".len()));
                    rest = special.get(length..).unwrap_or_default();
                    continue;
                }
                _ => 1,
            },
        };
        let (copied, after) = special.split_at(length);
        out.push_str(copied);
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What core's reader puts where such a hole is.
pub(crate) fn hole<'a>(number: u32) -> Option<Json<'a>> {
    (number == 0).then(|| Json::String(UNNAMED_PLACEHOLDER.into()))
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
pub(crate) fn fill(node: &mut Node<'_>, values: &[(&str, Cow<'_, str>)]) {
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

fn filled(text: &str, values: &[(&str, Cow<'_, str>)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = find(rest) {
        let (before, from) = rest.split_at(start);
        let (placeholder, after) = from.split_at(length(from).unwrap_or(from.len()));
        let name = placeholder.trim_start_matches(OPEN).trim_end_matches('}').trim();
        out.push_str(before);
        out.push_str(values.iter().find(|(known, _)| *known == name).map_or(placeholder, |(_, value)| value));
        rest = after;
    }
    out + rest
}

/// Makes every string with a placeholder a value of which rules know nothing. The keys stay, and integrations in
/// whatever partition.
pub(crate) fn forget(node: &mut Node<'_>) {
    match &mut node.json {
        Json::String(text) if is_in(text) && !is_integration(text) => node.json = Json::Broken,
        Json::Array(items) => items.iter_mut().for_each(forget),
        Json::Object(members) => members.iter_mut().for_each(|member| forget(&mut member.value)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{as_holes, filled, is_in};

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
    fn values_are_put_in_once() {
        let values = [("A", "${B}".into()), ("B", "b".into())];
        assert_eq!(filled("${A}/${ B }/${C}/$x", &values), "${B}/b/${C}/$x");
    }

    #[test]
    fn only_whole_values_become_holes_and_places_stay() {
        let text = r#"{ "a": ${Wait}, "b": "x ${y} \" ${z}", "ä": [${v}] }"#;
        assert_eq!(as_holes(text), r#"{ "a": @0     , "b": "x ${y} \" ${z}", "ä": [@0  ] }"#);
        assert_eq!(as_holes("{}"), "{}");
    }
}
