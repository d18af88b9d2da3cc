//! JSONPath as AWS takes it: Jayway's dialect, with the context object `$$` and variables `$name`.
//!
//! What AWS is not known to refuse passes: blanks, signs and letters of any language in names, any filter (`filter`
//! reads those). A path is checked once and keeps its text; its steps are read again each time they are asked for, so
//! that a path costs no allocation.

mod step;

pub use step::{Argument, Brackets, FilterText, Function, Indices, Name, Names, Step};

use super::Fault;
use super::string::closing_quote;

/// A well-formed path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path<'t> {
    /// Where it starts.
    pub root: Root<'t>,
    /// Where its first step starts that may select several values.
    many: Option<usize>,
    steps: Steps<'t>,
}

/// What a path starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root<'t> {
    /// `$`, the input or the result.
    Input,
    /// `$$`, the context object.
    Context,
    /// `$name`, a variable.
    Variable(&'t str),
    /// `@`, what a filter is asked about. Only paths of filters start with it.
    Item,
}

/// Parses a path. Blanks around it are no part of it.
pub fn parse(text: &str) -> Result<Path<'_>, Fault> {
    let text = text.trim_end();
    let start = text.len() - text.trim_start().len();
    let after = |length: usize| text.get(start + length..).unwrap_or_default();
    if !after(0).starts_with('$') {
        return Err(Fault::new(start, "a path starts with `$`"));
    }
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
    let name = after(1).bytes().position(|byte| !of_name(byte)).unwrap_or(after(1).len());
    let name = after(1).get(..name).unwrap_or_default();
    let (root, length) = if after(1).starts_with('$') {
        (Root::Context, 2)
    } else if name.starts_with(|c: char| !c.is_ascii_digit()) {
        (Root::Variable(name), 1 + name.len())
    } else {
        (Root::Input, 1)
    };
    Path::new(root, Steps { text, at: start + length })
}

/// Parses a path of a filter, which may start with `@`, too.
pub(in crate::expression) fn parse_in_filter(text: &str) -> Result<Path<'_>, Fault> {
    if text.starts_with('@') { Path::new(Root::Item, Steps { text, at: 1 }) } else { parse(text) }
}

impl<'t> Path<'t> {
    fn new(root: Root<'t>, steps: Steps<'t>) -> Result<Self, Fault> {
        if !matches!(steps.peek(), None | Some(b'.' | b'[')) {
            let message = match root {
                Root::Input => "`.`, `[` or a variable's name follows the `$`",
                Root::Context => "`.` or `[` follows the `$$`",
                Root::Variable(_) => "`.` or `[` follows a variable's name",
                Root::Item => "`.` or `[` follows the `@`",
            };
            return Err(Fault::new(steps.at, message));
        }
        let mut many = None;
        let mut rest = steps;
        while let Some((offset, step)) = rest.step()? {
            if many.is_none() && step.several().is_some() {
                many = Some(offset);
            }
        }
        Ok(Path { root, many, steps })
    }

    /// Its steps, each with its byte offset: that of its dots, if it has some.
    pub fn steps(&self) -> impl Iterator<Item = (usize, Step<'t>)> + use<'t> {
        let mut steps = self.steps;
        std::iter::from_fn(move || steps.step().ok().flatten())
    }

    /// The first step that may select several values, with its byte offset; a path without one is a reference path.
    pub fn many(&self) -> Option<(usize, Step<'t>)> {
        let mut steps = Steps { at: self.many?, ..self.steps };
        steps.step().ok().flatten()
    }

    /// What stands behind the `?` of its filters.
    pub fn filters(&self) -> impl Iterator<Item = FilterText<'t>> + use<'t> {
        self.steps().filter_map(|(_, step)| match step {
            Step::Filter(filter) => Some(filter),
            _ => None,
        })
    }
}

/// The part of a path that is still to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Steps<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Steps<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next step and its offset; none at the end.
    fn step(&mut self) -> Result<Option<(usize, Step<'t>)>, Fault> {
        let start = self.at;
        while self.peek() == Some(b'.') {
            self.at += 1;
        }
        let dots = self.at - start;
        if dots > 2 {
            return Err(Fault::new(start, "there are too many dots"));
        }
        if dots > 0 && self.peek().is_none() {
            return Err(Fault::new(start, "nothing follows the dot"));
        }
        let step = match self.peek() {
            None => return Ok(None),
            Some(_) if dots == 2 => Step::DeepScan,
            Some(b'[') => self.bracket()?,
            Some(b'*') => {
                self.at += 1;
                Step::Wildcard
            }
            Some(_) => self.name()?,
        };
        Ok(Some((start, step)))
    }

    /// A name, or a function.
    fn name(&mut self) -> Result<Step<'t>, Fault> {
        let (start, rest) = (self.at, self.rest());
        let end = |byte| matches!(byte, b'.' | b'[' | b'(');
        let length = rest.bytes().position(end).unwrap_or(rest.len());
        let name = rest.get(..length).unwrap_or_default();
        let end = start + length;
        self.at = end;
        if self.peek() != Some(b'(') {
            return Ok(Step::Name(Name::plain(name, start)));
        }
        let close = closing(self.text, end)?;
        self.at = close + 1;
        Ok(Step::Function(Function::new(name, self.text.get(end + 1..close).unwrap_or_default(), end + 1)))
    }

    fn bracket(&mut self) -> Result<Step<'t>, Fault> {
        let open = self.at;
        let close = closing(self.text, open)?;
        self.at = close + 1;
        let raw = self.text.get(open + 1..close).unwrap_or_default();
        let inner = raw.trim_start();
        let start = open + 1 + raw.len() - inner.len();
        match step::in_brackets(inner, start) {
            Some(step) => Ok(step),
            None if inner.is_empty() => Err(Fault::new(open, "there is nothing in the brackets")),
            None => Err(Fault::new(start, format!("`{}` in brackets needs quotes", inner.trim_end()))),
        }
    }
}

/// The offset of the bracket or parenthesis that closes the one at `open`.
fn closing(text: &str, open: usize) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    let (mut brackets, mut parens) = (0_usize, 0_usize);
    let mut at = open;
    let mut fault = Fault::new(open, "this is never closed");
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'[' => brackets += 1,
            b'(' => parens += 1,
            b']' => brackets = brackets.saturating_sub(1),
            b')' => parens = parens.saturating_sub(1),
            b'\'' | b'"' => match closing_quote(text, at) {
                Some(end) => at = end,
                None => {
                    fault = Fault::new(at, "this quote is never closed");
                    break;
                }
            },
            _ => {}
        }
        if brackets == 0 && parens == 0 {
            return Ok(at);
        }
        at += 1;
    }
    // A regular expression of a filter may hold all of these signs.
    let filter = text.get(open..).filter(|rest| rest.contains("=~"));
    filter.and_then(|rest| rest.rfind(']')).map(|length| open + length).ok_or(fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn steps(text: &str) -> Vec<Step<'_>> {
        parse(text).unwrap().steps().map(|(_, step)| step).collect()
    }

    #[test]
    fn roots() {
        assert_eq!(parse("$").unwrap().root, Root::Input);
        assert_eq!(parse(" $.a ").unwrap().root, Root::Input);
        assert_eq!(parse("$[0]").unwrap().root, Root::Input);
        assert_eq!(parse("$$").unwrap().root, Root::Context);
        assert_eq!(parse("$$.Task").unwrap().root, Root::Context);
        assert_eq!(parse("$größe_2.a").unwrap().root, Root::Variable("größe_2"));
        assert_eq!(parse("$x[0]").unwrap().root, Root::Variable("x"));
    }

    /// The steps of a path as they are written in tests.
    fn show(text: &str) -> String {
        let shown = steps(text).into_iter().map(|step| match step {
            Step::Name(name) => format!("{:?}@{}", name.value(), name.offset),
            Step::Names(names) => {
                let names: Vec<_> =
                    names.iter().map(|name| format!("{:?}@{}", name.value(), name.offset)).collect();
                format!("names {}", names.join(" "))
            }
            Step::Index(number) => format!("[{number}]"),
            Step::Indices(numbers) => format!("indices {:?}", numbers.iter().collect::<Vec<_>>()),
            Step::Slice { start, end } => format!("slice {start:?} {end:?}"),
            Step::Wildcard => "*".to_owned(),
            Step::DeepScan => "..".to_owned(),
            Step::Filter(filter) => format!("?{}@{}", filter.text, filter.offset),
            Step::Function(function) => {
                let arguments: Vec<_> =
                    function.arguments().map(|it| format!("{}@{}", it.text, it.offset)).collect();
                format!("{}({})", function.name, arguments.join("; "))
            }
            Step::Unreadable(brackets) => format!("unreadable {brackets:?}"),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn steps_say_what_they_select() {
        for (text, shown) in [
            ("$", ""),
            ("$.a.b-c[0]['d e'].f g", r#""a"@2 "b-c"@4 [0] "d e"@12 "f g"@18"#),
            ("$.[0].ä[-1]", r#"[0] "ä"@6 [-1]"#),
            (r#"$[ "a]" ]b['it\'s']['\u00e4']"#, r#""a]"@4 "b"@9 "it's"@12 "ä"@21"#),
            (r"$.it\'s", r#""it\\'s"@2"#),
            ("$['']", r#"""@3"#),
            ("$[ 'a' , 'b]' ]", r#"names "a"@4 "b]"@10"#),
            (r#"$["a","it\"s"]"#, r#"names "a"@3 "it\"s"@7"#),
            ("$[0, -1,2]", "indices [0, -1, 2]"),
            (
                "$[1:3][-2:][:2][0:4:2]",
                "slice Some(1) Some(3) slice Some(-2) None slice None Some(2) slice Some(0) Some(4)",
            ),
            ("$.*[*][ * ]", "* * *"),
            ("$..a..[0]..*", r#".. "a"@3 .. [0] .. *"#),
            ("$.a[?(@.b == ')')].c", r#""a"@2 ?(@.b == ')')@5 "c"@19"#),
            ("$[ ?(@.b =~ /it's [a-z]/) ]", "?(@.b =~ /it's [a-z]/) @4"),
            ("$.length()", "length()"),
            (
                r#"$.concat($.a['x,)'], "it's, (" ,{"b": [1, 2]}, -1)"#,
                r#"concat($.a['x,)']@9; "it's, ("@21; {"b": [1, 2]}@32; -1@47)"#,
            ),
            ("$.f( ).g($,)", "f() g($@9; @11)"),
            ("$['a' 'b']['a',]['a', \"b\"]['a', b]", "unreadable Names ".repeat(4).trim_end()),
            ("$[0,][0,a][,0:1]", "unreadable Indices unreadable Indices unreadable Unknown"),
            ("$[:][::2][0 : 1][1:a][--1:]", "unreadable Slice ".repeat(5).trim_end()),
            ("$[a-b][+1][-]", "unreadable Unknown ".repeat(3).trim_end()),
            ("$[99999999999999999999:1]", "unreadable Slice"),
        ] {
            assert_eq!(show(text), shown, "{text}");
        }
        assert_eq!(
            parse("$.a['b']..c").unwrap().steps().map(|(at, _)| at).collect::<Vec<_>>(),
            [1, 3, 8, 10]
        );
    }

    #[test]
    fn what_selects_many_is_no_reference_path() {
        for (text, offset, label) in [
            ("$.a[*]", 3, "a wildcard"),
            ("$.a.*", 3, "a wildcard"),
            ("$..a", 1, "a deep scan"),
            ("$..[0]", 1, "a deep scan"),
            ("$..*", 1, "a deep scan"),
            ("$.a[0:2]", 3, "a slice"),
            ("$.a[-2:]", 3, "a slice"),
            ("$.a[:2]", 3, "a slice"),
            ("$.a[:]", 3, "a slice"),
            ("$.a[0, 1]", 3, "a list of items"),
            ("$.a[0, x]", 3, "a list of items"),
            ("$['a', 'b']", 1, "a list of names"),
            ("$['a' 'b'].*", 1, "a list of names"),
            ("$.a[?(@.b == ')')].c", 3, "a filter"),
            ("$.a[?(@.b =~ /it's [a-z]/)]", 3, "a filter"),
            ("$.a[?(@.b in ['x', 'y'] && (@.c > 2))]", 3, "a filter"),
        ] {
            let many = parse(text).unwrap().many().map(|(offset, step)| (offset, step.several()));
            assert_eq!(many, Some((offset, Some(label))), "{text}");
        }
        for text in
            ["$", "$.a[0]", "$x.y", "$$.Execution.Id", "$['a:b'].c*", "$.a@b", "$.a.length()", "$[a-b]"]
        {
            assert_eq!(parse(text).unwrap().many(), None, "{text}");
        }
    }

    #[test]
    fn filters_stand_in_their_brackets() {
        let path = parse("$.a[?(@.b == ']')].c..[ ? (@.d) ]").unwrap();
        let filters: Vec<_> = path.filters().map(|filter| (filter.offset, filter.text)).collect();
        assert_eq!(filters, [(5, "(@.b == ']')"), (25, " (@.d) ")]);
    }

    #[test]
    fn only_paths_of_filters_start_at_the_item() {
        assert_eq!(parse_in_filter("@.a[0]").unwrap().root, Root::Item);
        assert_eq!(parse_in_filter("$x.a").unwrap().root, Root::Variable("x"));
        assert_eq!(parse_in_filter("@a"), Err(Fault::new(1, "`.` or `[` follows the `@`")));
        assert_eq!(parse("@.a"), Err(Fault::new(0, "a path starts with `$`")));
    }

    #[test]
    fn faults_stand_where_they_are() {
        for (text, offset, message) in [
            ("", 0, "a path starts with `$`"),
            ("a.b", 0, "a path starts with `$`"),
            ("$5", 1, "`.`, `[` or a variable's name follows the `$`"),
            ("$-a", 1, "`.`, `[` or a variable's name follows the `$`"),
            ("$$a", 2, "`.` or `[` follows the `$$`"),
            ("$a-b", 2, "`.` or `[` follows a variable's name"),
            ("$.", 1, "nothing follows the dot"),
            ("$.a.", 3, "nothing follows the dot"),
            ("$.a..", 3, "nothing follows the dot"),
            ("$...a", 1, "there are too many dots"),
            ("$.a[0", 3, "this is never closed"),
            ("$.a[?(@.b]", 3, "this is never closed"),
            ("$.a['b]", 4, "this quote is never closed"),
            ("$.a[]", 3, "there is nothing in the brackets"),
            ("$.a[ b]", 5, "`b` in brackets needs quotes"),
            ("$.a.length(", 10, "this is never closed"),
        ] {
            assert_eq!(parse(text), Err(Fault::new(offset, message)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_path_or_a_fault_inside(text in r#"[$.\[\]()'"?*@:,\\a0ä ]{0,12}"#) {
            match parse(&text) {
                Ok(path) => {
                    prop_assert!(path.steps().all(|(at, _)| text.is_char_boundary(at)));
                    let of_step = |step| match step {
                        Step::Name(name) => text[name.offset..].starts_with(name.written),
                        Step::Names(names) => {
                            names.iter().count() > 1
                                && names.iter().all(|name| text[name.offset..].starts_with(name.written))
                        }
                        Step::Indices(numbers) => numbers.iter().count() > 1,
                        Step::Filter(filter) => text[filter.offset..].starts_with(filter.text),
                        Step::Function(it) => it.arguments().all(|it| text[it.offset..].starts_with(it.text)),
                        _ => true,
                    };
                    prop_assert!(path.steps().all(|(_, step)| of_step(step)));
                    let many = path.steps().find(|(_, step)| step.several().is_some());
                    prop_assert_eq!(path.many(), many);
                }
                Err(fault) => prop_assert!(text.is_char_boundary(fault.offset)),
            }
        }
    }

    #[test]
    fn long_paths_take_linear_time() {
        for piece in ["[", "['", ".a", "..", "(", "[?(", "[0]", "a"] {
            let text = format!("$.x{}", piece.repeat(1_000_000 / piece.len()));
            let start = std::time::Instant::now();
            let _ = parse(&text);
            assert!(start.elapsed().as_secs() < 30, "{piece}");
        }
    }
}
