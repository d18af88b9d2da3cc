//! Calls of intrinsic functions: how many arguments they have, and what literals cannot be.

use crate::expression::intrinsic::functions::{ALL, Function, ParameterType, ResultType, find};
use crate::expression::intrinsic::{Argument, ArgumentValue, Call, FormatPart, format_parts, unescape};
use crate::finding::{Rule, names};
use crate::json::read;
use crate::rules::fields::probably_refused;
use crate::rules::paths::{unknown_intrinsic, wrong_intrinsic_argument};
use crate::similar::{near, nearest};

/// So many calls may stand in each other.
const NESTING: usize = 10;
/// So many items a range may have.
const RANGE: f64 = 1000.0;
/// So long may a string be that is encoded or hashed.
const SHORT: usize = 10_000;
const ALGORITHMS: [&str; 5] = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];

impl Function {
    /// How many arguments it takes, in words.
    fn arity(&self) -> String {
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        match (self.least, self.args.len()) {
            (least, _) if self.more => format!("at least {least} argument{}", plural(least)),
            (0, 0) => "no arguments".into(),
            (least, most) if least == most => format!("{most} argument{}", plural(most)),
            (least, most) => format!("{least} to {most} arguments"),
        }
    }
}

/// Says what is wrong with a call, and with the calls in it.
pub(crate) fn check(call: &Call<'_>, tell: &mut dyn FnMut(Problem)) {
    nested(call, 1, tell);
}

/// Something that is wrong with a call.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) rule: &'static Rule,
    /// Where in the text it is, and how long.
    pub(crate) offset: usize,
    pub(crate) length: usize,
    pub(crate) message: String,
    pub(crate) help: String,
    /// What stands there instead, if that is known, and whether nothing else can be meant.
    pub(crate) right: Option<(String, bool)>,
    /// Whether it is not known that the call fails.
    pub(crate) is_soft: bool,
}

fn nested(call: &Call<'_>, depth: usize, tell: &mut dyn FnMut(Problem)) {
    let name = call.name;
    let length = "States.".len() + name.len();
    let of_call = |rule, message, help| Problem {
        rule,
        offset: call.offset,
        length,
        message,
        help,
        right: None,
        is_soft: false,
    };
    if depth == NESTING + 1 {
        let message = format!("intrinsic functions can be nested at most {NESTING} deep");
        let help = "compute part of it in an earlier state".into();
        tell(of_call(&probably_refused::RULE, message, help));
    }
    match find(name) {
        None => {
            let near = near(name, ALL.iter().map(|it| it.name));
            let right = near.map(|near| (format!("States.{}", near.name), near.is_certain));
            let help = match &right {
                Some((right, _)) => format!("did you mean `{right}`?"),
                None => format!(
                    "the functions are {}",
                    ALL.iter().map(|it| it.name).collect::<Vec<_>>().join(", ")
                ),
            };
            let message = format!("there is no intrinsic function `States.{name}`");
            tell(Problem { right, ..of_call(&unknown_intrinsic::RULE, message, help) });
        }
        Some(function) => {
            let count = call.args.len();
            if count < function.least || (count > function.args.len() && !function.more) {
                let message = format!("`States.{name}` takes {}, not {count}", function.arity());
                tell(of_call(&wrong_intrinsic_argument::RULE, message, String::new()));
            } else {
                arguments(function, call, tell);
            }
        }
    }
    for arg in &call.args {
        if let ArgumentValue::Call(inner) = &arg.value {
            nested(inner, depth + 1, tell);
        }
    }
}

/// What the literals among the arguments cannot be.
fn arguments(function: &Function, call: &Call<'_>, tell: &mut dyn FnMut(Problem)) {
    let mut wrong = false;
    for (i, arg) in call.args.iter().enumerate() {
        let Some(kind) = function.args.get(i).or(function.args.last()) else { continue };
        if let Some((message, help)) = fault(*kind, arg, call) {
            wrong = true;
            let message = format!("`States.{}`: {message}", call.name);
            tell(Problem {
                rule: &wrong_intrinsic_argument::RULE,
                offset: arg.offset,
                length: arg.text.trim_end().len(),
                message,
                help,
                right: right(*kind, arg),
                is_soft: false,
            });
        }
    }
    if let (false, Some((message, help))) = (wrong, together(call)) {
        let length = "States.".len() + call.name.len();
        let rule = &wrong_intrinsic_argument::RULE;
        // What becomes of a range of random numbers that ends before it starts is not documented.
        let is_soft = call.name == "MathRandom";
        tell(Problem { rule, offset: call.offset, length, message, help, right: None, is_soft });
    }
}

/// What an argument that is wrong must be, and whether nothing else can be meant.
fn right(kind: ParameterType, arg: &Argument<'_>) -> Option<(String, bool)> {
    match (kind, &arg.value) {
        (ParameterType::Algorithm, ArgumentValue::Text(raw)) => {
            let near = near(&unescape(raw), ALGORITHMS)?;
            Some((format!("'{}'", near.name), near.is_certain))
        }
        // A deep merge is what was meant.
        (ParameterType::Shallow, ArgumentValue::Bool(true)) => Some(("false".into(), false)),
        _ => None,
    }
}

/// What is wrong with one argument by itself: message and help.
fn fault(kind: ParameterType, arg: &Argument<'_>, call: &Call<'_>) -> Option<(String, String)> {
    let none = String::new;
    let not = |expected: &str| {
        Some((format!("this must be {expected}, not {}", literal_label(&arg.value)?), none()))
    };
    match (kind, &arg.value) {
        // What it holds is known at run time only.
        (_, ArgumentValue::Path(_)) => None,
        (kind, ArgumentValue::Call(inner)) => {
            let gives = find(inner.name)?.gives?;
            let (expected, fits) = match kind {
                ParameterType::Any | ParameterType::Shallow => return None,
                ParameterType::Scalar => (
                    "a string, a number, a boolean or `null`",
                    !matches!(gives, ResultType::Array | ResultType::Object),
                ),
                ParameterType::Text
                | ParameterType::Format
                | ParameterType::Json
                | ParameterType::Short
                | ParameterType::Algorithm => ("a string", gives == ResultType::Text),
                ParameterType::Number(_) => ("a number", gives == ResultType::Number),
                ParameterType::Array => ("an array", gives == ResultType::Array),
                ParameterType::Object => ("an object", gives == ResultType::Object),
            };
            let message =
                || format!("this must be {expected}, and `States.{}` gives {}", inner.name, gives.label());
            (!fits).then(|| (message(), none()))
        }
        (ParameterType::Format, ArgumentValue::Text(raw)) => format(raw, call),
        (
            ParameterType::Any
            | ParameterType::Scalar
            | ParameterType::Text
            | ParameterType::Short
            | ParameterType::Json
            | ParameterType::Algorithm,
            ArgumentValue::Text(raw),
        ) => {
            let text = unescape(raw);
            if kind == ParameterType::Algorithm && !ALGORITHMS.contains(&text.as_str()) {
                let help = match nearest(&text, ALGORITHMS) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("it takes {}", names(ALGORITHMS)),
                };
                return Some((format!("there is no algorithm `{text}`"), help));
            }
            let hashed = call.name == "Hash";
            if (kind == ParameterType::Short || hashed) && text.chars().count() > SHORT {
                return Some((format!("this string may have at most {SHORT} characters"), none()));
            }
            if kind == ParameterType::Json && !is_json(&text) {
                return Some(("this string is not JSON".into(), none()));
            }
            // AWS takes braces without a backslash here, `States.StringToJson('{"a": 1}')`, whatever its page says.
            None
        }
        (ParameterType::Any, _)
        | (ParameterType::Scalar, ArgumentValue::Number(_) | ArgumentValue::Bool(_) | ArgumentValue::Null) => {
            None
        }
        (ParameterType::Number(least), ArgumentValue::Number(number)) => {
            // AWS rounds.
            let low = least > i64::MIN && *number < least as f64 - 0.5;
            low.then(|| (format!("this must be at least {least}, not {}", arg.text.trim_end()), none()))
        }
        (ParameterType::Shallow, ArgumentValue::Bool(deep)) => {
            deep.then(|| ("only a shallow merge is supported".into(), "this must be `false`".into()))
        }
        (ParameterType::Number(_), _) => not("a number"),
        (ParameterType::Array, _) => not("an array"),
        (ParameterType::Object, _) => not("an object"),
        (ParameterType::Shallow, _) => not("`false`"),
        (
            ParameterType::Text
            | ParameterType::Format
            | ParameterType::Json
            | ParameterType::Short
            | ParameterType::Algorithm,
            _,
        ) => not("a string"),
    }
}

/// What a literal is; none for what is known at run time only.
fn literal_label(value: &ArgumentValue<'_>) -> Option<&'static str> {
    match value {
        ArgumentValue::Text(_) => Some("a string"),
        ArgumentValue::Number(_) => Some("a number"),
        ArgumentValue::Bool(_) => Some("a boolean"),
        ArgumentValue::Null => Some("`null`"),
        ArgumentValue::Path(_) | ArgumentValue::Call(_) => None,
    }
}

/// The first string of `Format`: as many `{}` as arguments follow, and no other `{`. (Nothing is known against a
/// `}` by itself.)
fn format(raw: &str, call: &Call<'_>) -> Option<(String, String)> {
    if format_parts(raw).any(|part| part == FormatPart::Brace) {
        let message = "the string contains `{` without a backslash".to_string();
        return Some((message, r"write `\{`, or `{}` for the place of an argument".into()));
    }
    let places = format_parts(raw).filter(|part| *part == FormatPart::Argument).count();
    let given = call.args.len() - 1;
    let plural = if given == 1 { "argument follows" } else { "arguments follow" };
    (places != given)
        .then(|| (format!("the string has {places} `{{}}`, but {given} {plural}"), String::new()))
}

fn is_json(text: &str) -> bool {
    read::read(text, &[]).1.is_empty()
}

/// What is wrong with numbers that are right one by one.
fn together(call: &Call<'_>) -> Option<(String, String)> {
    let number = |i: usize| match call.args.get(i)?.value {
        ArgumentValue::Number(number) => Some(number.round()),
        _ => None,
    };
    match call.name {
        "ArrayRange" => {
            if number(2)? == 0.0 {
                return Some(("a range needs a step other than 0".into(), String::new()));
            }
            let items = ((number(1)? - number(0)?) / number(2)?).floor() + 1.0;
            (items > RANGE).then(|| {
                (format!("the range has {items} items, but may have at most {RANGE}"), String::new())
            })
        }
        "MathRandom" => (number(1)? < number(0)?).then(|| {
            (
                format!(
                    "the end {} is below the start {}",
                    number(1).unwrap_or(0.0),
                    number(0).unwrap_or(0.0)
                ),
                String::new(),
            )
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::intrinsic::parse;

    fn problems(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        check(&parse(text).unwrap(), &mut |problem| {
            let place = &text[problem.offset..problem.offset + problem.length];
            all.push(format!("{place} | {} | {}", problem.message, problem.help));
        });
        all
    }

    #[test]
    fn the_table_is_sorted_and_has_eighteen_functions() {
        assert!(ALL.is_sorted_by_key(|function| function.name));
        assert_eq!(ALL.len(), 18);
    }

    #[test]
    fn right_calls_are_accepted() {
        for text in [
            "States.Array()",
            "States.Array(1, 'a', null)",
            r"States.Format('\{{}\} \\{}', $.a, 1)",
            "States.Format($.x, $.y)",
            "States.ArrayRange(1, 1000, 1)",
            "States.ArrayRange(9, 1, -2)",
            "States.ArrayPartition($.x, 0.5)",
            "States.MathRandom(1, 9, 42)",
            r#"States.StringToJson('\{"a": 1\}')"#,
            r#"States.JsonMerge(States.StringToJson('{"a": "b"}'), $$.Execution.Input.x, false)"#,
            "States.StringSplit('Hello\nWorld', '\n')",
            "States.Array('{}')",
            "States.Format('a} {}', $.x)",
            "States.Hash(5, 'SHA-512')",
            "States.JsonMerge($.x, States.StringToJson($.y), false)",
        ] {
            assert_eq!(problems(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn wrong_calls_are_reported() {
        for (text, problem) in [
            (
                "States.uuid()",
                "States.uuid | there is no intrinsic function `States.uuid` | did you mean `States.UUID`?",
            ),
            ("States.Format()", "States.Format | `States.Format` takes at least 1 argument, not 0 | "),
            ("States.UUID(1)", "States.UUID | `States.UUID` takes no arguments, not 1 | "),
            (
                "States.MathRandom(1)",
                "States.MathRandom | `States.MathRandom` takes 2 to 3 arguments, not 1 | ",
            ),
            (
                "States.ArrayUnique($.x, 1)",
                "States.ArrayUnique | `States.ArrayUnique` takes 1 argument, not 2 | ",
            ),
            (
                "States.Format('{} {}', $.a)",
                "'{} {}' | `States.Format`: the string has 2 `{}`, but 1 argument follows | ",
            ),
            (
                "States.Format('{a}', $.a)",
                r"'{a}' | `States.Format`: the string contains `{` without a backslash | write `\{`, or `{}` for the place of an argument",
            ),
            (
                "States.Format('{}', States.Array(1))",
                "States.Array(1) | `States.Format`: this must be a string, a number, a boolean or `null`, and `States.Array` gives an array | ",
            ),
            (
                "States.ArrayLength(States.UUID())",
                "States.UUID() | `States.ArrayLength`: this must be an array, and `States.UUID` gives a string | ",
            ),
            ("States.ArrayLength('x')", "'x' | `States.ArrayLength`: this must be an array, not a string | "),
            ("States.MathAdd($.x, '1' )", "'1' | `States.MathAdd`: this must be a number, not a string | "),
            (
                "States.ArrayGetItem($.x, -1)",
                "-1 | `States.ArrayGetItem`: this must be at least 0, not -1 | ",
            ),
            (
                "States.ArrayPartition($.x, 0)",
                "0 | `States.ArrayPartition`: this must be at least 1, not 0 | ",
            ),
            ("States.ArrayRange(1, 9, 0)", "States.ArrayRange | a range needs a step other than 0 | "),
            (
                "States.ArrayRange(1, 1001, 1)",
                "States.ArrayRange | the range has 1001 items, but may have at most 1000 | ",
            ),
            ("States.MathRandom(9, 1)", "States.MathRandom | the end 1 is below the start 9 | "),
            (
                "States.Hash($.x, 'SHA256')",
                "'SHA256' | `States.Hash`: there is no algorithm `SHA256` | did you mean `SHA-256`?",
            ),
            (
                "States.JsonMerge($.x, $.y, true)",
                "true | `States.JsonMerge`: only a shallow merge is supported | this must be `false`",
            ),
            ("States.StringToJson('nope')", "'nope' | `States.StringToJson`: this string is not JSON | "),
            ("States.Array(States.UUID(1))", "States.UUID | `States.UUID` takes no arguments, not 1 | "),
        ] {
            assert_eq!(problems(text), [problem], "{text}");
        }
        let long = format!("States.Base64Encode('{}')", "x".repeat(10_001));
        assert!(problems(&long)[0].contains("this string may have at most 10000 characters"));
    }

    #[test]
    fn ten_calls_may_stand_in_each_other() {
        let deep = |n| format!("{}$.x{}", "States.JsonToString(".repeat(n), ")".repeat(n));
        assert_eq!(problems(&deep(10)), [""; 0]);
        assert_eq!(problems(&deep(30)).len(), 1);
    }
}
