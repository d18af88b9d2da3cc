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
        let mut rest = text.as_bytes();
        while let [_, ..] = rest {
            rest = match after_part(rest) {
                Ok(after) => after,
                Err(fault) => panic!("{}", fault),
            };
        }
        Template(text)
    }

    /// What it consists of.
    pub(crate) fn parts(self) -> Vec<Part> {
        let (mut parts, mut rest) = (Vec::new(), self.0);
        while !rest.is_empty()
            && let Ok(after) = after_part(rest.as_bytes())
        {
            let (part, after) = rest.split_at(rest.len() - after.len());
            let inside = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            parts.push(inside.map_or(Part::Literal(part), |inside| Part::Parameter(Hole::new(inside))));
            rest = after;
        }
        parts
    }
}

impl Hole {
    fn new(inside: &'static str) -> Self {
        let (text, default) =
            inside.split_once('|').map_or((inside, None), |(text, default)| (text, Some(default)));
        let (path, word) = text.split_once(':').unwrap_or((text, ""));
        Hole { path, extract: Extract::of(word.as_bytes()), default }
    }
}

// The rest walks over bytes and makes no strings: the compiler interprets it for each text of the tables, and takes
// longer to split one string than to walk over fifty bytes.

/// What follows something in a text; otherwise what is wrong with it.
type Rest<'t> = Result<&'t [u8], &'static str>;

/// What follows the part that a text begins with.
const fn after_part(text: &[u8]) -> Rest<'_> {
    match text {
        [b'{', inside @ ..] => after_parameter(inside),
        _ => after_literal(text),
    }
}

/// What follows the text before the next parameter.
const fn after_literal(text: &[u8]) -> Rest<'_> {
    let mut rest = text;
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'{', _) => break,
            (b'}', _) => return Err("a brace is closed that was not opened"),
            (b'$', [b'{', variable @ ..]) => match closed(after_word(variable)) {
                Ok(after) => rest = after,
                fault => return fault,
            },
            _ => rest = after,
        }
    }
    Ok(rest)
}

/// What follows a parameter whose first brace is before this text.
const fn after_parameter(text: &[u8]) -> Rest<'_> {
    let Some(mut rest) = after_path(text) else { return Err("that is not the name of a parameter") };
    if let [b':', word @ ..] = rest {
        rest = after_word(word);
        if Extract::of(word.split_at(word.len() - rest.len()).0).is_none() {
            return Err("there is no such word after a colon");
        }
    }
    if let [b'|', default @ ..] = rest {
        rest = after_word(default);
    }
    closed(rest)
}

/// What follows a closing brace, with which the text has to begin.
const fn closed(text: &[u8]) -> Rest<'_> {
    match text {
        [b'}', after @ ..] => Ok(after),
        [b'{', ..] => Err("a brace is opened inside another"),
        [] => Err("a brace is not closed"),
        _ => Err("that is not the name of a parameter"),
    }
}

/// What follows a path: names in Pascal case with dots between them; `[]` or `[keys]` may follow one.
const fn after_path(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        let [b'A'..=b'Z', ..] = rest else { return None };
        while let [b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9', after @ ..] = rest {
            rest = after;
        }
        if let [b'[', b']', after @ ..] | [b'[', b'k', b'e', b'y', b's', b']', after @ ..] = rest {
            rest = after;
        }
        match rest {
            [b'.', after @ ..] => rest = after,
            _ => return Some(rest),
        }
    }
}

/// What follows a word: what begins with the next brace or bar.
const fn after_word(text: &[u8]) -> &[u8] {
    let mut rest = text;
    while let [first, after @ ..] = rest {
        match first {
            b'|' | b'{' | b'}' => break,
            _ => rest = after,
        }
    }
    rest
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
