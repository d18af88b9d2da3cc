//! Resources as tables write them, with parameters of a task in braces, taken apart when this crate is compiled.
//!
//! The text is that of a `Fn::Sub`: `${AWS::Region}` and the like are the deployment's, and a `*` is any text. A
//! pair of braces without a dollar stands for a parameter of the task: `{TableName}`,
//! `{Authentication.ConnectionArn}` for one inside another, `{Entries[].EventBusName|default}` for one of every
//! item, with what holds if it is not given, `{RequestItems[keys]}` for every key of an object. After a colon stands
//! what is extracted from it: `{ApiEndpoint:api}`; [`Extract`] has the words. A brace too many or too few, a word
//! that there is not and a name that cannot be one do not compile.

use crate::extract::Extract;

/// A part of such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A text as it is in a `Fn::Sub`.
    Literal(&'static str),
    /// What a parameter says.
    Parameter(Hole),
}

/// A parameter in such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hole {
    /// Where it stands: `Entries[].EventBusName`.
    pub(crate) path: &'static str,
    /// What is extracted from its text; none for the whole.
    pub(crate) extract: Option<Extract>,
    /// What holds if it is not given; none if nothing is named then.
    pub(crate) default: Option<&'static str>,
}

/// The parts of a text that is known when this crate is compiled.
macro_rules! template {
    ($text:expr) => {{
        const TEXT: &str = $text;
        const PARTS: [$crate::template::Part; $crate::template::count(TEXT)] = $crate::template::parse(TEXT);
        &PARTS
    }};
}
pub(crate) use template;

/// How many parts a text has.
pub(crate) const fn count(text: &str) -> usize {
    let (mut at, mut parts) = (0, 0);
    while at < text.len() {
        at = end(text, at);
        parts += 1;
    }
    parts
}

/// The parts of a text that has so many.
pub(crate) const fn parse<const N: usize>(text: &'static str) -> [Part; N] {
    let mut parts = [Part::Literal(""); N];
    let (mut at, mut part) = (0, 0);
    while part < N {
        let end = end(text, at);
        let piece = between(text, at, end);
        parts[part] = match piece.as_bytes() {
            [b'{', ..] => Part::Parameter(hole(between(text, at + 1, end - 1))),
            _ => Part::Literal(piece),
        };
        (at, part) = (end, part + 1);
    }
    parts
}

/// Where the part ends that begins there.
const fn end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    if bytes[start] == b'{' {
        return closing(bytes, start);
    }
    let mut at = start;
    while at < bytes.len() && bytes[at] != b'{' {
        assert!(bytes[at] != b'}', "a brace is closed that was not opened");
        at = if bytes[at] == b'$' && at + 1 < bytes.len() && bytes[at + 1] == b'{' {
            closing(bytes, at + 1)
        } else {
            at + 1
        };
    }
    at
}

/// What follows the brace that closes the one which is opened there.
const fn closing(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while at < bytes.len() && bytes[at] != b'}' {
        assert!(bytes[at] != b'{', "a brace is opened inside another");
        at += 1;
    }
    assert!(at < bytes.len(), "a brace is not closed");
    at + 1
}

const fn hole(text: &'static str) -> Hole {
    let (text, default) = cut(text, b'|');
    let (path, word) = cut(text, b':');
    assert!(is_path(path.as_bytes()), "that is not the name of a parameter");
    let extract = match word {
        Some(word) => match Extract::of(word) {
            Some(extract) => Some(extract),
            None => panic!("there is no such word after a colon"),
        },
        None => None,
    };
    Hole { path, extract, default }
}

/// Names in Pascal case with dots between them; `[]` or `[keys]` may follow one.
const fn is_path(path: &[u8]) -> bool {
    let mut rest = path;
    loop {
        match rest {
            [first, ..] if first.is_ascii_uppercase() => {}
            _ => return false,
        }
        while let [letter, after @ ..] = rest
            && letter.is_ascii_alphanumeric()
        {
            rest = after;
        }
        if let [b'[', b']', after @ ..] | [b'[', b'k', b'e', b'y', b's', b']', after @ ..] = rest {
            rest = after;
        }
        match rest {
            [] => return true,
            [b'.', after @ ..] => rest = after,
            _ => return false,
        }
    }
}

const fn cut(text: &'static str, sign: u8) -> (&'static str, Option<&'static str>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == sign {
            return (between(text, 0, at), Some(between(text, at + 1, bytes.len())));
        }
        at += 1;
    }
    (text, None)
}

const fn between(text: &'static str, start: usize, end: usize) -> &'static str {
    text.split_at(end).0.split_at(start).1
}

/// The paths of the parameters in a text.
#[cfg(test)]
pub(crate) fn paths(parts: &[Part]) -> impl Iterator<Item = &'static str> {
    parts.iter().filter_map(|part| match part {
        Part::Parameter(hole) => Some(hole.path),
        Part::Literal(_) => None,
    })
}

/// The text that was taken apart, without what is extracted and what holds otherwise.
#[cfg(test)]
pub(crate) fn text(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Literal(text) => (*text).to_owned(),
            Part::Parameter(hole) => format!("{{{}}}", hole.path),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_parameters_alternate_as_written() {
        let parts: &[Part] = template!("arn:${AWS::Region}:{Name:lower|x}/{A[].B}{M[keys]|}*");
        let hole = |path, extract, default| Part::Parameter(Hole { path, extract, default });
        assert_eq!(
            parts,
            [
                Part::Literal("arn:${AWS::Region}:"),
                hole("Name", Some(Extract::Lowercase), Some("x")),
                Part::Literal("/"),
                hole("A[].B", None, None),
                hole("M[keys]", None, Some("")),
                Part::Literal("*"),
            ]
        );
        assert_eq!(count(""), 0);
    }

    #[test]
    fn what_is_wrong_does_not_compile() {
        for (text, why) in [
            ("a{Name", "a brace is not closed"),
            ("a${Name", "a brace is not closed"),
            ("aName}", "a brace is closed that was not opened"),
            ("{Na{me}}", "a brace is opened inside another"),
            ("{Name:lowr}", "there is no such word after a colon"),
            ("{}", "that is not the name of a parameter"),
            ("{name}", "that is not the name of a parameter"),
            ("{Name.}", "that is not the name of a parameter"),
            ("{Name[}", "that is not the name of a parameter"),
            ("{Na me}", "that is not the name of a parameter"),
        ] {
            let panic = std::panic::catch_unwind(|| parse::<1>(text).len() + count(text)).unwrap_err();
            let said = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap();
            assert!(said.contains(why), "{text}: {said}");
        }
    }
}
