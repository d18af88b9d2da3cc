//! Resources as tables write them, with parameters of a task in braces, checked when this crate is compiled.
//!
//! The text is that of a `Fn::Sub`: `${AWS::Region}` and the like are the deployment's, and a `*` is any text. A
//! pair of braces without a dollar stands for a parameter of the task: `{TableName}`,
//! `{Authentication.ConnectionArn}` for one inside another, `{Entries[].EventBusName|default}` for one of every
//! item, with what holds if it is not given, `{RequestItems[keys]}` for every key of an object. After a colon stands
//! what is extracted from it: `{ApiEndpoint:api}`; [`Extract`] has the words. A brace too many or too few, a word
//! that there is not and a name that cannot be one do not compile.

use crate::extract::Extract;

/// A text with parameters of a task.
///
/// The tables hold some hundreds, of which a program needs a few: those are taken apart when they are needed, and the
/// compiler only walks over each once to see that it can be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template(&'static str);

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

impl Template {
    /// That text. In a constant, a wrong one does not compile.
    pub(crate) const fn new(text: &'static str) -> Self {
        let mut rest = text;
        while !rest.is_empty() {
            rest = match split_part(rest) {
                Ok((_, after)) => after,
                Err(fault) => panic!("{}", fault),
            };
        }
        Template(text)
    }

    /// What it consists of.
    pub(crate) fn parts(self) -> Vec<Part> {
        let (mut parts, mut rest) = (Vec::new(), self.0);
        while !rest.is_empty()
            && let Ok((part, after)) = split_part(rest)
        {
            parts.push(part);
            rest = after;
        }
        parts
    }
}

/// A result, or what is wrong with a text.
type Checked<T> = Result<T, &'static str>;

/// The part that a text begins with, and what follows.
const fn split_part(text: &'static str) -> Checked<(Part, &'static str)> {
    let length = match part_length(text.as_bytes()) {
        Ok(length) => length,
        Err(fault) => return Err(fault),
    };
    let (part, rest) = text.split_at(length);
    let [b'{', ..] = part.as_bytes() else { return Ok((Part::Literal(part), rest)) };
    match hole(part.split_at(length - 1).0.split_at(1).1) {
        Ok(hole) => Ok((Part::Parameter(hole), rest)),
        Err(fault) => Err(fault),
    }
}

/// How many bytes the part has that a text begins with.
const fn part_length(text: &[u8]) -> Checked<usize> {
    let is_literal = !matches!(text, [b'{', ..]);
    let mut rest = text;
    loop {
        rest = match rest {
            [b'}', ..] => return Err("a brace is closed that was not opened"),
            [b'{', inside @ ..] | [b'$', b'{', inside @ ..] => match after_brace(inside) {
                Ok(after) => after,
                Err(fault) => return Err(fault),
            },
            [_, after @ ..] => after,
            [] => return Ok(text.len()),
        };
        if !is_literal || matches!(rest, [b'{', ..]) {
            return Ok(text.len() - rest.len());
        }
    }
}

/// What follows the brace that closes an opened one.
const fn after_brace(inside: &[u8]) -> Checked<&[u8]> {
    let mut rest = inside;
    loop {
        rest = match rest {
            [b'}', after @ ..] => return Ok(after),
            [b'{', ..] => return Err("a brace is opened inside another"),
            [_, after @ ..] => after,
            [] => return Err("a brace is not closed"),
        };
    }
}

/// The parameter that is written between braces.
const fn hole(text: &'static str) -> Checked<Hole> {
    let (text, default) = cut(text, b'|');
    let (path, word) = cut(text, b':');
    if !is_path(path.as_bytes()) {
        return Err("that is not the name of a parameter");
    }
    let extract = match word {
        Some(word) => Extract::of(word),
        None => None,
    };
    if word.is_some() && extract.is_none() {
        return Err("there is no such word after a colon");
    }
    Ok(Hole { path, extract, default })
}

/// Names in Pascal case with dots between them; `[]` or `[keys]` may follow one.
const fn is_path(path: &[u8]) -> bool {
    let mut rest = path;
    loop {
        match rest {
            [b'A'..=b'Z', ..] => {}
            _ => return false,
        }
        while let [b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9', after @ ..] = rest {
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

/// What stands before a sign, and what stands after it.
const fn cut(text: &'static str, sign: u8) -> (&'static str, Option<&'static str>) {
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == sign {
            let (before, rest) = text.split_at(text.len() - rest.len());
            return (before, Some(rest.split_at(1).1));
        }
        rest = after;
    }
    (text, None)
}

#[cfg(test)]
impl Template {
    /// The paths of the parameters in it.
    pub(crate) fn paths(self) -> Vec<&'static str> {
        let path = |part| match part {
            Part::Parameter(hole) => Some(hole.path),
            Part::Literal(_) => None,
        };
        self.parts().into_iter().filter_map(path).collect()
    }

    /// The text, without what is extracted and what holds otherwise.
    pub(crate) fn text(self) -> String {
        let text = |part| match part {
            Part::Literal(text) => text.to_owned(),
            Part::Parameter(hole) => format!("{{{}}}", hole.path),
        };
        self.parts().into_iter().map(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_parameters_alternate_as_written() {
        const TEMPLATE: Template = Template::new("arn:${AWS::Region}:{Name:lower|x}/{A[].B}{M[keys]|}*");
        let hole = |path, extract, default| Part::Parameter(Hole { path, extract, default });
        assert_eq!(
            TEMPLATE.parts(),
            [
                Part::Literal("arn:${AWS::Region}:"),
                hole("Name", Some(Extract::Lowercase), Some("x")),
                Part::Literal("/"),
                hole("A[].B", None, None),
                hole("M[keys]", None, Some("")),
                Part::Literal("*"),
            ]
        );
        assert_eq!(Template::new("").parts(), []);
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
            let panic = std::panic::catch_unwind(|| Template::new(text)).unwrap_err();
            assert_eq!(panic.downcast_ref::<String>().map(String::as_str), Some(why), "{text}");
        }
    }
}
