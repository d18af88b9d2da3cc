//! References in strings, as Stacktape spells them: `$ResourceParam('name', 'param')`.

use crate::declaration::FillingKind;
use proc_macro2::Span;
use stack_core::similar::nearest;

/// A reference in a string.
#[derive(Debug, PartialEq)]
pub(crate) struct Directive {
    /// The resource's name.
    pub(crate) resource: String,
    /// The parameter's name.
    pub(crate) param: String,
}

impl Directive {
    /// What fills its hole.
    pub(crate) fn filling(self, is_resource: bool, place: String, span: Span) -> FillingKind {
        let Directive { resource, param } = self;
        FillingKind::ByName { resource, param, is_resource, place, span }
    }
}

const NAMES: [&str; 3] = ["$ResourceParam", "$Param", "$CfResourceParam"];
const HELP: &str = "write `$ResourceParam('resourceName', 'arn')`";

/// Reads the text of a string: nothing if it is no directive, a message and a help line if it is a malformed one.
pub(crate) fn read(text: &str) -> Option<Result<Directive, (String, String)>> {
    if !text.starts_with('$') {
        return None;
    }
    let (name, rest) = text.split_once('(')?;
    let name = name.trim_end();
    if NAMES.contains(&name) {
        return Some(arguments(name, rest));
    }
    // A text may start like this, but hardly with the name almost right and two names in quotes behind it.
    let meant = nearest(name, NAMES).filter(|_| arguments("", rest).is_ok())?;
    Some(Err((format!("there is no `{name}`"), format!("did you mean `{meant}`?"))))
}

fn arguments(name: &str, rest: &str) -> Result<Directive, (String, String)> {
    let fail = |message: String, help: &str| Err((message, String::from(help)));
    if name == "$CfResourceParam" {
        return fail(
            "`$CfResourceParam` is not supported".into(),
            "for an attribute of an underlying CloudFormation resource, write `$Param('resourceName', 'LambdaFunction::Arn')`",
        );
    }
    let Some(inner) = rest.trim_end().strip_suffix(')') else {
        return fail(format!("`{name}(..)` has to be the whole string"), HELP);
    };
    let arguments: Vec<Option<&str>> = inner.split(',').map(|argument| quoted(argument.trim())).collect();
    match arguments.as_slice() {
        [Some(resource), Some(param)] => {
            Ok(Directive { resource: (*resource).into(), param: (*param).into() })
        }
        [Some(_), Some(_), ..] | [Some(_)] => fail(
            format!(
                "`{name}` takes two names, a resource and a parameter, but there are {}",
                arguments.len()
            ),
            HELP,
        ),
        _ => fail(format!("the arguments of `{name}` are names in single quotes"), HELP),
    }
}

/// The name in quotes, which may be of either kind.
fn quoted(argument: &str) -> Option<&str> {
    let inside = |quote| argument.strip_prefix(quote)?.strip_suffix(quote);
    inside('\'')
        .or_else(|| inside('"'))
        .filter(|name| !name.is_empty() && !name.contains(['\'', '"', '(', ')']))
}

#[cfg(test)]
mod tests {
    use super::{Directive, read};

    #[test]
    fn both_spellings_are_read() {
        for text in ["$ResourceParam('a', 'B::c')", "$Param( 'a','B::c' )", "$Param(\"a\", \"B::c\")"] {
            let expected = Directive { resource: "a".into(), param: "B::c".into() };
            assert_eq!(read(text), Some(Ok(expected)));
        }
    }

    #[test]
    fn other_strings_are_left_alone() {
        for text in ["$.amount", "$$.Execution.Id", "text $Param('a', 'b')", "$Other('a')", "$Parameter", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn malformed_ones_are_reported() {
        let cases = [
            "$ResourceParam('a')",
            "$ResourceParam('a', 'b', 'c')",
            "$ResourceParam(a, b)",
            "$ResourceParam('a', 'b') and more",
            "$ResourceParam('a', 'b'",
            "$ResourceParam('a', '')",
            "$Param()",
            "$CfResourceParam('a', 'b')",
        ];
        for text in cases {
            assert!(matches!(read(text), Some(Err(_))), "{text}");
        }
    }

    #[test]
    fn a_misspelt_one_is_reported() {
        let expected = |meant: &str| Some(format!("did you mean `{meant}`?"));
        for (text, meant) in [
            ("$ResourceParm('a', 'b')", expected("$ResourceParam")),
            ("$param('a', 'b')", expected("$Param")),
            ("$Params('a')", None),
            ("$Format('a', 'b')", None),
        ] {
            assert_eq!(read(text).and_then(Result::err).map(|(_, help)| help), meant, "{text}");
        }
    }
}
