//! The steps of a path: what each selects.

use crate::expression::string::{closing_quote, unescape};
use std::borrow::Cow;

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'t> {
    /// A member by its name: `.name` or `['name']`.
    Name(Name<'t>),
    /// Members by their names: `['a', 'b']`.
    Names(Names<'t>),
    /// An item by its number, counted from the end if it is negative: `[0]`.
    Index(i64),
    /// Items by their numbers: `[0, 2]`.
    Indices(Indices<'t>),
    /// Items from one number up to, but without, another: `[1:3]`, `[-2:]`, `[:2]`. A negative one counts from the
    /// end. At least one is given. A third part, `[0:4:2]`, is dropped, as Jayway does.
    Slice {
        /// The first item.
        start: Option<i64>,
        /// The first item after them.
        end: Option<i64>,
    },
    /// All members or items: `.*` or `[*]`.
    Wildcard,
    /// `..`: the value and all that is in it, each of which takes the steps that follow.
    DeepScan,
    /// Those that a filter holds for: `[?(@.price < 10)]`.
    Filter(FilterText<'t>),
    /// A function, such as `.length()`, of what the steps before it select.
    Function(Function<'t>),
    /// Brackets that Jayway cannot read, so that an execution fails with them; AWS is not known to refuse them before.
    Unreadable(Brackets),
}

/// What brackets that cannot be read look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brackets {
    /// They begin with a quote: `['a' 'b']`.
    Names,
    /// Numbers with commas, but not only those: `[0, a]`.
    Indices,
    /// Numbers with colons, but not only those: `[0 : 1]`, `[:]`.
    Slice,
    /// None of these: `[a-b]`.
    Unknown,
}

impl Step<'_> {
    /// What it is called if it may select several values, with its article: `a wildcard`.
    pub fn several(&self) -> Option<&'static str> {
        match self {
            Step::Wildcard => Some("a wildcard"),
            Step::DeepScan => Some("a deep scan"),
            Step::Filter(_) => Some("a filter"),
            Step::Names(_) | Step::Unreadable(Brackets::Names) => Some("a list of names"),
            Step::Indices(_) | Step::Unreadable(Brackets::Indices) => Some("a list of items"),
            Step::Slice { .. } | Step::Unreadable(Brackets::Slice) => Some("a slice"),
            Step::Name(_) | Step::Index(_) | Step::Function(_) | Step::Unreadable(Brackets::Unknown) => None,
        }
    }
}

/// The name of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'t> {
    /// How it was written: without its quotes and with its escapes.
    pub written: &'t str,
    /// The byte offset of its first letter.
    pub offset: usize,
    in_quotes: bool,
}

impl<'t> Name<'t> {
    pub(super) fn plain(written: &'t str, offset: usize) -> Self {
        Name { written, offset, in_quotes: false }
    }

    /// Where the first blank or bracket is in it, which belong in quotes.
    pub fn foreign_sign(&self) -> Option<usize> {
        if self.in_quotes {
            return None;
        }
        self.written.trim_end().find([' ', ']'])
    }

    /// The name itself. Only names in quotes have escapes: `['it\'s']`.
    pub fn value(&self) -> Cow<'t, str> {
        if self.in_quotes { unescape(self.written) } else { self.written.into() }
    }
}

/// The names in a pair of brackets, at least two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names<'t> {
    /// What is in the brackets, and where it starts.
    inner: &'t str,
    offset: usize,
}

impl<'t> Names<'t> {
    /// The names, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Name<'t>> + use<'t> {
        let mut rest = *self;
        std::iter::from_fn(move || rest.next())
    }

    /// Takes a name and the comma behind it.
    fn next(&mut self) -> Option<Name<'t>> {
        let end = closing_quote(self.inner, 0)?;
        let written = self.inner.get(1..end)?;
        let name = Name { written, offset: self.offset + 1, in_quotes: true };
        let behind = self.inner.get(end + 1..)?.trim_start();
        let rest = match behind.strip_prefix(',') {
            // All have the same quotes, and a comma is followed by a name.
            Some(rest) => Some(rest.trim_start())
                .filter(|rest| rest.as_bytes().first() == self.inner.as_bytes().first())?,
            None => Some(behind).filter(|rest| rest.is_empty())?,
        };
        self.offset += self.inner.len() - rest.len();
        self.inner = rest;
        Some(name)
    }

    fn are_readable(mut self) -> bool {
        while self.next().is_some() {}
        self.inner.is_empty()
    }
}

/// The numbers of items in a pair of brackets, at least two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indices<'t>(&'t str);

impl<'t> Indices<'t> {
    /// The numbers, in their order.
    pub fn iter(&self) -> impl Iterator<Item = i64> + use<'t> {
        self.0.split(',').filter_map(|number| number.trim().parse().ok())
    }
}

/// A filter: what stands behind its `?`, for [`filter::parse`](crate::expression::filter::parse), whose offsets count
/// from this text's. A filter may hold paths with filters: an evaluator has to stop at some depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilterText<'t> {
    /// The byte offset of the text in the path.
    pub offset: usize,
    /// The text, with the parentheses around the condition.
    pub text: &'t str,
}

/// A function and what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function<'t> {
    /// Its name; it may not exist.
    pub name: &'t str,
    /// What stands in its parentheses, and where that starts.
    arguments: &'t str,
    offset: usize,
}

/// An argument of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument<'t> {
    /// Its byte offset in the path.
    pub offset: usize,
    /// How it was written: a path if it starts with `$`, for [`parse`](super::parse), else JSON.
    pub text: &'t str,
}

impl<'t> Function<'t> {
    pub(super) fn new(name: &'t str, arguments: &'t str, offset: usize) -> Self {
        Function { name, arguments, offset }
    }

    /// What stands between its commas.
    pub fn arguments(&self) -> impl Iterator<Item = Argument<'t>> + use<'t> {
        let mut rest = Some(self.arguments).filter(|text| !text.trim().is_empty());
        let mut offset = self.offset;
        std::iter::from_fn(move || {
            let text = rest?;
            let (argument, behind) = text.split_at_checked(argument_length(text))?;
            rest = behind.strip_prefix(',');
            let start = offset + argument.len() - argument.trim_start().len();
            offset += argument.len() + 1;
            Some(Argument { offset: start, text: argument.trim() })
        })
    }
}

/// Up to the comma that is in no brackets and no quotes.
fn argument_length(text: &str) -> usize {
    let (mut open, mut at) = (0_usize, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b',' if open == 0 => break,
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            b'"' | b'\'' => at = closing_quote(text, at).unwrap_or(at),
            _ => {}
        }
        at += 1;
    }
    at
}

/// The step that a pair of brackets is. `inner` starts with no blank, at that offset. None if there is nothing in
/// them, or if quotes are missing.
pub(super) fn in_brackets(inner: &str, offset: usize) -> Option<Step<'_>> {
    let whole = inner;
    let inner = inner.trim_end();
    Some(match inner.chars().next()? {
        '*' if inner.len() == 1 => Step::Wildcard,
        '?' => Step::Filter(FilterText { offset: offset + 1, text: whole.get(1..).unwrap_or_default() }),
        '\'' | '"' => match closing_quote(inner, 0)
            .filter(|end| end + 1 == inner.len())
            .and_then(|end| inner.get(1..end))
        {
            Some(written) => Step::Name(Name { written, offset: offset + 1, in_quotes: true }),
            None => {
                let names = Names { inner, offset };
                if names.are_readable() { Step::Names(names) } else { Step::Unreadable(Brackets::Names) }
            }
        },
        '0'..='9' | '-' | ':' if inner.contains(',') => {
            let readable = inner.split(',').all(|number| is_number(number.trim()));
            if readable { Step::Indices(Indices(inner)) } else { Step::Unreadable(Brackets::Indices) }
        }
        '0'..='9' | '-' | ':' if inner.contains(':') => {
            slice(inner).unwrap_or(Step::Unreadable(Brackets::Slice))
        }
        first => match inner.parse() {
            Ok(number) if first != '+' => Step::Index(number),
            _ if inner.chars().all(|c| c.is_alphanumeric() || c == '_') => return None,
            _ => Step::Unreadable(Brackets::Unknown),
        },
    })
}

/// Whether the text is a number of an item.
fn is_number(text: &str) -> bool {
    !text.starts_with('+') && text.parse::<i64>().is_ok()
}

fn slice(inner: &str) -> Option<Step<'_>> {
    if !inner.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':')) {
        return None;
    }
    let mut parts = inner.split(':');
    let mut bound = || match parts.next() {
        None | Some("") => Some(None),
        Some(number) => number.parse().ok().map(Some),
    };
    let (start, end) = (bound()?, bound()?);
    (start.is_some() || end.is_some()).then_some(Step::Slice { start, end })
}
