//! JSONPath as AWS takes it: Jayway's dialect, with the context object `$$` and variables `$name`.
//!
//! What AWS is not known to refuse passes: blanks, signs and letters of any language in names, any filter (`filter`
//! looks into those).

use super::Fault;

/// A well-formed path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path<'t> {
    /// Where it starts.
    pub root: Root<'t>,
    /// The first step that may select several values; a path without one is a reference path.
    pub many: Option<Many>,
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
}

/// A step that may select several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Many {
    /// Its byte offset.
    pub offset: usize,
    /// What it is, with its article: `a wildcard`.
    pub what: &'static str,
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'t> {
    /// A member by its name, as it was written: `.name` or `['name']`.
    Name(&'t str),
    /// An item by its number, as it was written.
    Index(&'t str),
    /// Several values: a wildcard, a deep scan, a slice, a filter, a list. Says which, with its article.
    Many(&'static str),
    /// A function, such as `.length()`.
    Function(&'t str),
    /// What only a run can understand.
    Other,
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
    let steps = Steps { text, at: start + length };
    if !matches!(steps.peek(), None | Some(b'.' | b'[')) {
        let message = match root {
            Root::Input => "`.`, `[` or a variable's name follows the `$`",
            Root::Context => "`.` or `[` follows the `$$`",
            Root::Variable(_) => "`.` or `[` follows a variable's name",
        };
        return Err(Fault::new(steps.at, message));
    }
    let mut many = None;
    let mut rest = steps;
    while let Some((offset, step)) = rest.step()? {
        if let Step::Many(what) = step {
            many = many.or(Some(Many { offset, what }));
        }
    }
    Ok(Path { root, many, steps })
}

impl<'t> Path<'t> {
    /// Its steps, each with its byte offset.
    pub fn steps(&self) -> impl Iterator<Item = (usize, Step<'t>)> + use<'t> {
        let mut steps = self.steps;
        std::iter::from_fn(move || steps.step().ok().flatten())
    }

    /// What stands behind the `?` of its filters, each with its byte offset.
    pub fn filters(&self) -> impl Iterator<Item = (usize, &'t str)> + use<'t> {
        let text = self.steps.text;
        let mut steps = self.steps;
        std::iter::from_fn(move || {
            loop {
                let (start, step) = steps.step().ok().flatten()?;
                let whole = text.get(start..steps.at).unwrap_or_default();
                if let (Step::Many("a filter"), Some(mark)) = (step, whole.find('?')) {
                    let inner = whole.get(mark + 1..whole.len() - 1).unwrap_or_default();
                    return Some((start + mark + 1, inner));
                }
            }
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
            Some(_) if dots == 2 => Step::Many("a deep scan"),
            Some(b'[') => self.bracket()?,
            Some(b'*') => {
                self.at += 1;
                Step::Many("a wildcard")
            }
            Some(_) => self.name()?,
        };
        Ok(Some((start, step)))
    }

    /// A name, or a function.
    fn name(&mut self) -> Result<Step<'t>, Fault> {
        let rest = self.rest();
        let end = |byte| matches!(byte, b'.' | b'[' | b'(');
        let length = rest.bytes().position(end).unwrap_or(rest.len());
        let name = rest.get(..length).unwrap_or_default();
        let end = self.at + length;
        self.at = end;
        if self.peek() != Some(b'(') {
            return Ok(Step::Name(name));
        }
        self.at = closing(self.text, end)? + 1;
        Ok(Step::Function(name))
    }

    fn bracket(&mut self) -> Result<Step<'t>, Fault> {
        let open = self.at;
        let close = closing(self.text, open)?;
        self.at = close + 1;
        let raw = self.text.get(open + 1..close).unwrap_or_default();
        let inner = raw.trim();
        let Some(first) = inner.chars().next() else {
            return Err(Fault::new(open, "there is nothing in the brackets"));
        };
        Ok(match first {
            '*' if inner.len() == 1 => Step::Many("a wildcard"),
            '?' => Step::Many("a filter"),
            '\'' | '"' => {
                let end = quote(inner, 0);
                match end.filter(|end| end + 1 == inner.len()).and_then(|end| inner.get(1..end)) {
                    Some(name) => Step::Name(name),
                    None => Step::Many("a list of names"),
                }
            }
            '0'..='9' | '-' | ':' if inner.contains(',') => Step::Many("a list of items"),
            '0'..='9' | '-' | ':' if inner.contains(':') => Step::Many("a slice"),
            '0'..='9' | '-' if inner.parse::<i64>().is_ok() => Step::Index(inner),
            _ if inner.chars().all(|c| c.is_alphanumeric() || c == '_') => {
                let blank = raw.len() - raw.trim_start().len();
                return Err(Fault::new(open + 1 + blank, format!("`{inner}` in brackets needs quotes")));
            }
            _ => Step::Other,
        })
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
            b'\'' | b'"' => match quote(text, at) {
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

/// The offset of the quote that closes the one at `open`.
fn quote(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = open + 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            byte if Some(byte) == bytes.get(open) => return Some(at),
            _ => at += 1,
        }
    }
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

    #[test]
    fn static_steps() {
        use Step::{Function, Index, Name};
        assert_eq!(
            steps("$.a.b-c[0]['d e'].f g"),
            [Name("a"), Name("b-c"), Index("0"), Name("d e"), Name("f g")]
        );
        assert_eq!(steps("$.[0].ä[-1].length()"), [Index("0"), Name("ä"), Index("-1"), Function("length")]);
        assert_eq!(steps(r#"$[ "a]" ]b['it\'s']"#), [Name("a]"), Name("b"), Name(r"it\'s")]);
        assert_eq!(parse("$.a['b']").unwrap().steps().map(|(at, _)| at).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn what_selects_many_is_no_reference_path() {
        for (text, offset, what) in [
            ("$.a[*]", 3, "a wildcard"),
            ("$.a.*", 3, "a wildcard"),
            ("$..a", 1, "a deep scan"),
            ("$..[0]", 1, "a deep scan"),
            ("$..*", 1, "a deep scan"),
            ("$.a[0:2]", 3, "a slice"),
            ("$.a[-2:]", 3, "a slice"),
            ("$.a[:2]", 3, "a slice"),
            ("$.a[0, 1]", 3, "a list of items"),
            ("$['a', 'b']", 1, "a list of names"),
            ("$.a[?(@.b == ')')].c", 3, "a filter"),
            ("$.a[?(@.b =~ /it's [a-z]/)]", 3, "a filter"),
            ("$.a[?(@.b in ['x', 'y'] && (@.c > 2))]", 3, "a filter"),
        ] {
            assert_eq!(parse(text).unwrap().many, Some(Many { offset, what }), "{text}");
        }
        for text in ["$", "$.a[0]", "$x.y", "$$.Execution.Id", "$['a:b'].c*", "$.a@b", "$.a.length()"] {
            assert_eq!(parse(text).unwrap().many, None, "{text}");
        }
    }

    #[test]
    fn filters_stand_in_their_brackets() {
        let path = parse("$.a[?(@.b == ']')].c..[ ? (@.d) ]").unwrap();
        assert_eq!(path.filters().collect::<Vec<_>>(), [(5, "(@.b == ']')"), (25, " (@.d) ")]);
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
                Ok(path) => prop_assert!(path.steps().all(|(at, _)| text.is_char_boundary(at))),
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
