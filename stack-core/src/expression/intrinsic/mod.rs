//! Intrinsic functions: `States.Format('{}', $.x)`, parsed with places.

pub mod functions;

use super::Fault;
use super::path::{self, Path};

/// The deepest nesting that is read. AWS documents 10, which `functions` judges.
const DEPTH: usize = 64;

/// A call of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'t> {
    /// The function's name without `States.`; the function may not exist.
    pub name: &'t str,
    /// The byte offset of `States.`.
    pub offset: usize,
    /// What it is given.
    pub args: Vec<Argument<'t>>,
}

/// An argument.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument<'t> {
    /// Its byte offset.
    pub offset: usize,
    /// How it was written.
    pub text: &'t str,
    /// What it is.
    pub value: ArgumentValue<'t>,
}

/// What an argument is.
#[derive(Clone, Debug, PartialEq)]
pub enum ArgumentValue<'t> {
    /// A string, without its apostrophes and with its escapes: see [`unescape`] and [`format_parts`].
    Text(&'t str),
    /// A number; its digits, of which a large integer has more than this holds, are the argument's text.
    Number(f64),
    /// `true` or `false`
    Bool(bool),
    /// `null`
    Null,
    /// A path; the offsets in it count from the argument's.
    Path(Path<'t>),
    /// The result of another call.
    Call(Call<'t>),
}

/// Parses a call. Blanks around it are no part of it.
pub fn parse(text: &str) -> Result<Call<'_>, Fault> {
    let mut parser = Parser { text, at: 0 };
    parser.blanks();
    let call = parser.call(0)?;
    parser.blanks();
    if parser.rest().is_empty() {
        Ok(call)
    } else {
        Err(Fault::new(parser.at, "nothing may follow the call"))
    }
}

/// The value of a string argument: its escapes are resolved.
pub fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        text.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    text
}

/// A part of the first string of `States.Format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatPart<'t> {
    /// A text, still with its escapes; never empty.
    Literal(&'t str),
    /// `{}`, the place of an argument.
    Argument,
    /// A `{` without a backslash that no `}` follows: AWS fails with it.
    Brace,
}

/// Takes the first string of `States.Format` apart.
pub fn format_parts(raw: &str) -> impl Iterator<Item = FormatPart<'_>> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let (length, part) = match brace(rest) {
            0 if rest.starts_with("{}") => (2, FormatPart::Argument),
            0 if rest.is_empty() => return None,
            0 => (1, FormatPart::Brace),
            length => (length, FormatPart::Literal(rest.get(..length)?)),
        };
        rest = rest.get(length..)?;
        Some(part)
    })
}

/// Where the next `{` stands that has no backslash before it; else the end.
fn brace(text: &str) -> usize {
    let mut escaped = false;
    let found = text.bytes().position(|byte| {
        let is_brace = byte == b'{' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_brace
    });
    found.unwrap_or(text.len())
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, sign: char) -> bool {
        self.blanks();
        let found = self.rest().starts_with(sign);
        self.at += usize::from(found);
        found
    }

    /// Reads as long as the characters fit.
    fn word(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn call(&mut self, depth: usize) -> Result<Call<'t>, Fault> {
        let offset = self.at;
        if depth > DEPTH {
            return Err(Fault::new(offset, format!("calls are nested more than {DEPTH} deep")));
        }
        let Some(name) = self.word(|c| c.is_alphanumeric() || "._-".contains(c)).strip_prefix("States.")
        else {
            return Err(Fault::new(offset, "a call starts with `States.`"));
        };
        if !self.eat('(') {
            return Err(Fault::new(self.at, format!("`(` must follow `States.{name}`")));
        }
        let open = self.at - 1;
        let mut args = Vec::new();
        if self.eat(')') {
            return Ok(Call { name, offset, args });
        }
        loop {
            self.blanks();
            if self.rest().is_empty() {
                return Err(Fault::new(open, "this is never closed"));
            }
            args.push(self.arg(depth)?);
            if self.eat(')') {
                return Ok(Call { name, offset, args });
            }
            if !self.eat(',') {
                let end = self.rest().is_empty();
                let (at, message) =
                    if end { (open, "this is never closed") } else { (self.at, "a comma is missing") };
                return Err(Fault::new(at, message));
            }
        }
    }

    fn arg(&mut self, depth: usize) -> Result<Argument<'t>, Fault> {
        let offset = self.at;
        let value = match self.rest().chars().next() {
            Some('\'') => ArgumentValue::Text(self.string()?),
            Some('"') => {
                return Err(Fault::new(offset, "strings are written in single quotes, not double quotes"));
            }
            Some('$') => {
                let text = self.path();
                let path = path::parse(text);
                ArgumentValue::Path(path.map_err(|fault| Fault { offset: offset + fault.offset, ..fault })?)
            }
            Some(',' | ')') => return Err(Fault::new(offset, "an argument is missing")),
            _ if self.rest().starts_with("States.") => ArgumentValue::Call(self.call(depth + 1)?),
            _ => match self.word(|c| !c.is_whitespace() && !",()'\"".contains(c)) {
                "true" => ArgumentValue::Bool(true),
                "false" => ArgumentValue::Bool(false),
                "null" => ArgumentValue::Null,
                word => {
                    let digits = word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
                    let Some(number) = word.parse().ok().filter(|_| digits) else {
                        let message = if word.is_empty() {
                            "this is not an argument".into()
                        } else {
                            format!(
                                "`{word}` is not an argument: strings are in single quotes, and paths start with `$`"
                            )
                        };
                        return Err(Fault::new(offset, message));
                    };
                    ArgumentValue::Number(number)
                }
            },
        };
        Ok(Argument { offset, text: self.text.get(offset..self.at).unwrap_or_default(), value })
    }

    /// A string, from apostrophe to apostrophe.
    fn string(&mut self) -> Result<&'t str, Fault> {
        let open = self.at;
        self.at += 1;
        loop {
            self.word(|c| c != '\'' && c != '\\');
            let mut rest = self.rest().chars();
            match (rest.next(), rest.next()) {
                (Some('\''), _) => {
                    self.at += 1;
                    return Ok(self.text.get(open + 1..self.at - 1).unwrap_or_default());
                }
                (Some(_), Some('\'' | '{' | '}' | '\\')) => self.at += 2,
                (Some(_), Some(other)) => {
                    let message = format!(
                        r"`\{}` is not an escape: the escapes are `\'`, `\{{`, `\}}` and `\\`",
                        shown(other)
                    );
                    return Err(Fault::new(self.at, message));
                }
                _ => return Err(Fault::new(open, "this string is never closed")),
            }
        }
    }

    /// A path: up to the comma or parenthesis that is not inside of its own brackets.
    fn path(&mut self) -> &'t str {
        let start = self.at;
        let (mut brackets, mut parens) = (0_usize, 0_usize);
        let mut quote = None;
        let mut escaped = false;
        for (at, c) in self.rest().char_indices() {
            match (quote, c) {
                (Some(_), _) if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(open), _) if open == c => quote = None,
                (None, '\'' | '"') if brackets + parens > 0 => quote = Some(c),
                (None, '[') => brackets += 1,
                (None, '(') => parens += 1,
                (None, ')' | ',') if brackets + parens == 0 => {
                    self.at = start + at;
                    return self.text.get(start..self.at).unwrap_or_default();
                }
                (None, ']') => brackets = brackets.saturating_sub(1),
                (None, ')') => parens = parens.saturating_sub(1),
                _ => {}
            }
        }
        self.at = self.text.len();
        self.text.get(start..).unwrap_or_default()
    }
}

/// A character as a person sees it in a message.
fn shown(c: char) -> String {
    if c.is_control() { c.escape_default().to_string() } else { c.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The arguments of a call, as they were written.
    fn args(text: &str) -> Vec<&str> {
        parse(text).unwrap().args.iter().map(|arg| arg.text.trim_end()).collect()
    }

    #[test]
    fn arguments_are_read_as_they_were_written() {
        assert_eq!(args("States.UUID()"), [""; 0]);
        assert_eq!(
            args(" States.Array ( 1 , -2.5e1,true,false , null ) "),
            ["1", "-2.5e1", "true", "false", "null"]
        );
        assert_eq!(
            args(r"States.Format('a, \'{}\' ) \\', $.x[?(@.a == 'b,)')].c , $$, $y['a)'])"),
            [r"'a, \'{}\' ) \\'", "$.x[?(@.a == 'b,)')].c", "$$", "$y['a)']"]
        );
        let call = parse("States.A(States.B(1), 'x')").unwrap();
        let ArgumentValue::Call(inner) = &call.args[0].value else { panic!("{call:?}") };
        assert_eq!((inner.name, inner.offset, inner.args[0].offset), ("B", 9, 18));
        assert_eq!(parse("States.A('Grüße\n')").unwrap().args[0].value, ArgumentValue::Text("Grüße\n"));
        assert_eq!(unescape(r"a\'b\\\{\}"), r"a'b\{}");
    }

    #[test]
    fn a_format_has_places_for_arguments() {
        use FormatPart::{Argument, Brace, Literal};
        for (raw, parts) in [
            ("", &[][..]),
            ("a {}{} ä", &[Literal("a "), Argument, Argument, Literal(" ä")]),
            (r"\{{}\}", &[Literal(r"\{"), Argument, Literal(r"\}")]),
            (r"\\{}{\}", &[Literal(r"\\"), Argument, Brace, Literal(r"\}")]),
            ("a{ {", &[Literal("a"), Brace, Literal(" "), Brace]),
            ("}", &[Literal("}")]),
        ] {
            assert_eq!(format_parts(raw).collect::<Vec<_>>(), parts, "{raw}");
        }
    }

    #[test]
    fn a_number_keeps_its_digits() {
        let call = parse("States.MathAdd(12345678901234567890, 1.50 )").unwrap();
        assert_eq!(
            (call.args[0].text, &call.args[0].value),
            ("12345678901234567890", &ArgumentValue::Number(1.2345678901234567e19))
        );
        assert_eq!((call.args[1].text, &call.args[1].value), ("1.50", &ArgumentValue::Number(1.5)));
    }

    #[test]
    fn faults_stand_where_they_are() {
        for (text, offset, message) in [
            ("Format('x')", 0, "a call starts with `States.`"),
            ("States.UUID", 11, "`(` must follow `States.UUID`"),
            ("States.UUID() x", 14, "nothing may follow the call"),
            ("States.UUID())", 13, "nothing may follow the call"),
            ("States.Format('{}',$.x", 13, "this is never closed"),
            ("States.Format(", 13, "this is never closed"),
            ("States.Format('{}", 14, "this string is never closed"),
            (r"States.Format('{}\", 14, "this string is never closed"),
            ("States.Format('a' 'b')", 18, "a comma is missing"),
            ("States.Format('a',)", 18, "an argument is missing"),
            ("States.Format(\"a\")", 14, "strings are written in single quotes, not double quotes"),
            (
                "States.Format('{}',x)",
                19,
                "`x` is not an argument: strings are in single quotes, and paths start with `$`",
            ),
            (
                "States.Format(é)",
                14,
                "`é` is not an argument: strings are in single quotes, and paths start with `$`",
            ),
            (
                r"States.Format('a\n')",
                16,
                r"`\n` is not an escape: the escapes are `\'`, `\{`, `\}` and `\\`",
            ),
            ("States.Array($.a[0, $.b)", 16, "this is never closed"),
            ("States.Array($.a., $.b)", 16, "nothing follows the dot"),
        ] {
            assert_eq!(parse(text), Err(Fault::new(offset, message)), "{text}");
        }
        let deep = format!("{}1{}", "States.Array(".repeat(100), ")".repeat(100));
        assert_eq!(parse(&deep).unwrap_err().message, "calls are nested more than 64 deep");
    }

    proptest! {
        #[test]
        fn any_text_is_a_call_or_a_fault_inside(rest in r#"[$.\[\]()'"{}\\a0ä, ]{0,16}"#) {
            let text = format!("States.Format({rest}");
            if let Err(fault) = parse(&text) {
                prop_assert!(text.is_char_boundary(fault.offset), "{text} {fault:?}");
            }
        }
    }

    #[test]
    fn long_calls_take_linear_time() {
        for piece in ["States.Array(", "'", "1,", "$.a,", "$[,", "\\"] {
            let text = format!("States.Array({}", piece.repeat(1_000_000 / piece.len()));
            let start = std::time::Instant::now();
            let _ = parse(&text);
            assert!(start.elapsed().as_secs() < 30, "{piece}");
        }
    }
}
