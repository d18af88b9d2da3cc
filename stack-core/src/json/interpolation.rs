//! Texts with holes: `${OrdersTable.Arn}/index/*`, which the deployment or the command line fills in.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// How a text says that a part of it is a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// `Fn::Sub`: `${Id}` and `${Id.Attribute}` are holes, and `${!` stands for `${`.
    Sub,
    /// Only what every deployment has is a hole, `${AWS::Region}`; any other `${` stands for itself.
    Pseudo,
    /// `${placeholder}` of a file. There is no escape; what has a brace, a quote or the end of a line in it is none.
    Placeholder,
}

/// A hole as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole<'a> {
    /// What stands between the braces.
    pub name: &'a str,
    /// The bytes of the whole.
    pub place: Range<usize>,
}

/// A text taken apart.
///
/// ```
/// use stack_core::json::interpolation::{Interpolation, Notation, Part};
/// let text = Interpolation::new("${Q.Arn}/${!a}", Notation::Sub);
/// let arn = Part::Variable { name: "Q".into(), attribute: Some("Arn".into()) };
/// assert_eq!(text.parts(), [arn, Part::Literal("/${a}".into())]);
/// assert_eq!(text.to_sub(), "${Q.Arn}/${!a}");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interpolation<'a>(Vec<Part<'a>>);

/// A part of a text with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A text, without escapes.
    Literal(Cow<'a, str>),
    /// `${name}` or `${name.attribute}`.
    Variable {
        /// What is asked, such as a logical id.
        name: Cow<'a, str>,
        /// What it is asked for.
        attribute: Option<Cow<'a, str>>,
    },
}

impl Notation {
    /// The holes of a text, in order.
    pub fn holes(self, text: &str) -> impl Iterator<Item = Hole<'_>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            // Looking for one byte is much faster than looking for two, and most texts have none.
            while let Some(next) = text.get(at..)?.find('$') {
                let start = at + next;
                if let Some(name) = self.hole(text.get(start + 1..)?) {
                    at = start + name.len() + "${}".len();
                    return Some(Hole { name, place: start..at });
                }
                at = start + 1;
            }
            None
        })
    }

    /// The hole that a text begins with.
    pub fn first(self, text: &str) -> Option<Hole<'_>> {
        let name = self.hole(text.strip_prefix('$')?)?;
        Some(Hole { name, place: 0..name.len() + "${}".len() })
    }

    /// Whether a text has a hole.
    pub fn is_in(self, text: &str) -> bool {
        self.holes(text).next().is_some()
    }

    /// The name in the hole that a text begins with, without its dollar.
    fn hole(self, text: &str) -> Option<&str> {
        let inner = text.strip_prefix('{')?;
        let end =
            inner.find(['}', '{', '\n', '"']).filter(|end| inner.as_bytes().get(*end) == Some(&b'}'))?;
        let name = inner.get(..end).filter(|name| !name.is_empty())?;
        match self {
            Notation::Sub => (!name.starts_with('!')).then_some(name),
            Notation::Pseudo => name.starts_with("AWS::").then_some(name),
            Notation::Placeholder => Some(name),
        }
    }

    fn literal(self, text: &str) -> Cow<'_, str> {
        match self {
            Notation::Sub if text.contains("${!") => text.replace("${!", "${").into(),
            _ => text.into(),
        }
    }
}

impl<'a> Interpolation<'a> {
    /// Takes a text apart.
    pub fn new(text: &'a str, notation: Notation) -> Self {
        let mut parts = Vec::new();
        let mut at = 0;
        let literal = |place: Range<usize>| {
            let text = text.get(place).filter(|text| !text.is_empty())?;
            Some(Part::Literal(notation.literal(text)))
        };
        for Hole { name, place } in notation.holes(text) {
            parts.extend(literal(at..place.start));
            parts.push(match name.split_once('.') {
                Some((name, attribute)) => {
                    Part::Variable { name: name.into(), attribute: Some(attribute.into()) }
                }
                None => Part::Variable { name: name.into(), attribute: None },
            });
            at = place.end;
        }
        parts.extend(literal(at..text.len()));
        Interpolation(parts)
    }

    /// A text that is one hole.
    pub fn variable(name: impl Into<Cow<'a, str>>, attribute: Option<&'a str>) -> Self {
        Interpolation(vec![Part::Variable { name: name.into(), attribute: attribute.map(Cow::Borrowed) }])
    }

    /// Its parts.
    pub fn parts(&self) -> &[Part<'a>] {
        &self.0
    }

    /// Whether it has no hole.
    pub fn is_literal(&self) -> bool {
        self.0.iter().all(|part| matches!(part, Part::Literal(_)))
    }

    /// The text of it without holes; those that there are stand in it as they are written.
    pub fn to_text(&self) -> String {
        self.print(|literal, out| out.push_str(literal))
    }

    /// The text of a `Fn::Sub`.
    pub fn to_sub(&self) -> String {
        self.print(|literal, out| out.push_str(&escaped(literal)))
    }

    fn print(&self, literal: impl Fn(&str, &mut String)) -> String {
        let mut out = String::new();
        for part in &self.0 {
            // Writing into a string does not fail.
            let _ = match part {
                Part::Literal(text) => {
                    literal(text, &mut out);
                    Ok(())
                }
                Part::Variable { name, attribute: None } => write!(out, "${{{name}}}"),
                Part::Variable { name, attribute: Some(attribute) } => write!(out, "${{{name}.{attribute}}}"),
            };
        }
        out
    }
}

/// What every deployment has and a text can name, `${AWS::Region}`, without the first `AWS::`.
pub const PSEUDO_PARAMETERS: [&str; 6] =
    ["AccountId", "Partition", "Region", "StackId", "StackName", "URLSuffix"];

/// Whether a hole of that name is one of the [`PSEUDO_PARAMETERS`].
pub fn is_pseudo_parameter(name: &str) -> bool {
    name.strip_prefix("AWS::").is_some_and(|name| PSEUDO_PARAMETERS.contains(&name))
}

/// Whether IAM fills in a hole of that name, not the deployment: `aws:username`, `s3:prefix`.
pub fn is_policy_variable(name: &str) -> bool {
    // Those of the Serverless Framework, which look alike.
    const OTHERS: [&str; 8] = ["cf", "env", "file", "opt", "param", "self", "sls", "ssm"];
    let Some((service, key)) = name.split_once(':') else { return false };
    let is_word =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    !service.is_empty()
        && service.bytes().all(is_word)
        && !OTHERS.contains(&service)
        && key.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The first `${name` of a text that no brace closes.
pub fn unclosed(text: &str) -> Option<Hole<'_>> {
    let start = text.rfind("${")?;
    let inner = text.get(start + "${".len()..)?;
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'-');
    let length = inner.bytes().take_while(|byte| is_word(byte)).count();
    let name = inner.get(..length)?;
    let is_open = name.starts_with(|first: char| first.is_ascii_alphabetic()) && !inner.contains('}');
    is_open.then_some(Hole { name, place: start..start + "${".len() + length })
}

/// A text as a `Fn::Sub` gives it unchanged.
pub fn escaped(text: &str) -> Cow<'_, str> {
    match text.contains("${") {
        true => text.replace("${", "${!").into(),
        false => text.into(),
    }
}

/// Whether CloudFormation or the like may fill in a part, whatever it is called: `${`. For rules, which keep silent about
/// such a text.
pub fn is_filled_in(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair == b"${")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, notation: Notation) -> Vec<&str> {
        notation.holes(text).map(|hole| hole.name).collect()
    }

    #[test]
    fn each_notation_has_its_holes() {
        let text = "${A} ${!B} ${AWS::Region} $${C.D} ${} ${ x";
        assert_eq!(names(text, Notation::Sub), ["A", "AWS::Region", "C.D"]);
        assert_eq!(names(text, Notation::Pseudo), ["AWS::Region"]);
        assert_eq!(names(text, Notation::Placeholder), ["A", "!B", "AWS::Region", "C.D"]);
        assert_eq!(names("${ $x{", Notation::Placeholder), [""; 0]);
        assert_eq!(names("${a\n}${\"}${b{c}}${ä}", Notation::Placeholder), ["ä"]);
    }

    #[test]
    fn what_is_taken_apart_is_printed_as_it_was() {
        for text in ["", "a", "${A}", "ä${A.B}/${!c}${D}", "${!", "$", "${A.B.C}x"] {
            assert_eq!(Interpolation::new(text, Notation::Sub).to_sub(), text);
        }
        let policy = Interpolation::new("${AWS::Region}/${aws:username}", Notation::Pseudo);
        assert_eq!(policy.to_sub(), "${AWS::Region}/${!aws:username}");
        assert_eq!(policy.to_text(), "${AWS::Region}/${aws:username}");
        assert!(!policy.is_literal() && Interpolation::new("${!a", Notation::Sub).is_literal());
    }

    #[test]
    fn names_say_who_fills_a_hole() {
        assert!(is_pseudo_parameter("AWS::Region") && is_pseudo_parameter("AWS::URLSuffix"));
        assert!(!is_pseudo_parameter("AWS::NoValue") && !is_pseudo_parameter("Region"));
        for name in ["aws:username", "s3:prefix", "www.amazon.com:user_id", "aws:PrincipalTag/team"] {
            assert!(is_policy_variable(name), "{name}");
        }
        for name in ["AWS::Region", "self:custom.stage", "env:HOME", "Name", "a.b", ":x", "aws:", "Aws:x"] {
            assert!(!is_policy_variable(name), "{name}");
        }
    }

    #[test]
    fn what_is_not_closed_is_found_if_it_has_a_name() {
        let name = |text| unclosed(text).map(|hole| (hole.name, hole.place));
        assert_eq!(name("a/${Bill.Arn"), Some(("Bill.Arn", 2..12)));
        assert_eq!(name("${A}/${Bucket/key"), Some(("Bucket", 5..13)));
        for text in ["", "${A}", "${", "${}", "/\\${/", "${ a", "${!a", "$a", "${a b}"] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn a_dollar_and_a_brace_together() {
        assert!(is_filled_in("${A}") && is_filled_in("a${") && is_filled_in("$${"));
        assert!(!is_filled_in("$ {") && !is_filled_in("$") && !is_filled_in("{$"));
    }
}
