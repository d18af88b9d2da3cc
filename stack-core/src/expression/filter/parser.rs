//! How a filter is read.

use super::tree::{Comparison, Condition, Filter, OPERATORS, Operand, OperandKind, Operator};
use crate::expression::Fault;
use crate::expression::path::parse_in_filter;
use crate::expression::string::unescape;

/// Reads what stands behind the `?`. The offset of a fault counts from there.
pub fn parse(text: &str) -> Result<Filter<'_>, Fault> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    parser.blanks();
    if parser.peek() != Some('(') {
        return Err(Fault::new(parser.at, "a filter stands in parentheses, `?(..)`"));
    }
    let condition = parser.any()?;
    Ok(Filter { condition, end: parser.at })
}

/// So many parentheses may stand in each other.
const DEEPEST: usize = 64;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.blanks();
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    /// The letters at the cursor.
    fn word(&self) -> &'t str {
        let rest = self.rest();
        rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())).unwrap_or_default()
    }

    /// Conditions with `||` between them.
    fn any(&mut self) -> Result<Condition<'t>, Fault> {
        let first = self.all()?;
        if !self.eat("||") {
            return Ok(first);
        }
        let mut conditions = vec![first, self.all()?];
        while self.eat("||") {
            conditions.push(self.all()?);
        }
        Ok(Condition::Or(conditions))
    }

    /// Conditions with `&&` between them, which binds more strongly.
    fn all(&mut self) -> Result<Condition<'t>, Fault> {
        let first = self.condition()?;
        if !self.eat("&&") {
            return Ok(first);
        }
        let mut conditions = vec![first, self.condition()?];
        while self.eat("&&") {
            conditions.push(self.condition()?);
        }
        Ok(Condition::And(conditions))
    }

    fn condition(&mut self) -> Result<Condition<'t>, Fault> {
        let mut opposite = false;
        while self.eat("!") {
            opposite = !opposite;
        }
        let condition = if self.peek() == Some('(') { self.group()? } else { self.comparison()? };
        Ok(if opposite { Condition::Not(condition.into()) } else { condition })
    }

    /// Conditions in parentheses.
    fn group(&mut self) -> Result<Condition<'t>, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::new(self.at, "parentheses stand too deep in each other"));
        }
        self.at += 1;
        let condition = self.any()?;
        self.blanks();
        if !self.eat(")") {
            return Err(self.leftover());
        }
        self.depth -= 1;
        Ok(condition)
    }

    fn comparison(&mut self) -> Result<Condition<'t>, Fault> {
        let left = self.operand()?;
        self.blanks();
        let Some((length, operator)) = self.operator() else { return Ok(Condition::Exists(left)) };
        let offset = self.at;
        self.at += length;
        let right = self.operand()?;
        Ok(Condition::Compare(Comparison { left, operator, offset, right }))
    }

    /// The operator at the cursor, and its length. Letters may be upper case.
    fn operator(&self) -> Option<(usize, Operator)> {
        let word = self.word();
        let lower = word.to_lowercase();
        let is_here =
            |text: &str| if word.is_empty() { self.rest().starts_with(text) } else { lower == text };
        let (text, operator) = OPERATORS.iter().find(|(text, _)| is_here(text))?;
        Some((if word.is_empty() { text.len() } else { word.len() }, *operator))
    }

    /// Why a condition cannot go on like this.
    fn leftover(&self) -> Fault {
        let message = match (self.peek(), self.word().to_lowercase().as_str()) {
            (None, _) => "the filter ends before its parentheses do",
            (Some('='), _) => "`=` is no comparison: that is `==`",
            (_, "and") => "`and` is no operator: that is `&&`",
            (_, "or") => "`or` is no operator: that is `||`",
            _ => "neither a comparison nor `&&`, `||` or `)`",
        };
        Fault::new(self.at, message)
    }

    fn operand(&mut self) -> Result<Operand<'t>, Fault> {
        self.blanks();
        let offset = self.at;
        let first = self.peek();
        let length = match first {
            Some('@' | '$') => self.path(),
            Some(quote @ ('\'' | '"' | '/')) => self.closed(quote),
            Some('[' | '{') => self.balanced(),
            Some(first) if first.is_alphanumeric() || "-.+".contains(first) => {
                let rest = self.rest();
                Some(rest.find(|c: char| !(c.is_alphanumeric() || "-+._".contains(c))).unwrap_or(rest.len()))
            }
            _ => return Err(Fault::new(offset, "a value must stand here")),
        };
        let Some(length) = length else { return Err(Fault::new(offset, "this is never closed")) };
        self.at += length;
        let flags = if first == Some('/') { self.word() } else { "" };
        self.at += flags.len();
        let text = self.text.get(offset..self.at).unwrap_or_default();
        let inner = || text.get(1..length - 1).unwrap_or_default();
        let kind = match first {
            Some('@' | '$') => OperandKind::Path(parse_in_filter(text)),
            Some('\'' | '"') => OperandKind::String(unescape(inner())),
            Some('/') => OperandKind::Regex { pattern: inner(), flags },
            Some('[') => array(inner(), offset + 1).map_or(OperandKind::Json, OperandKind::Array),
            Some('{') => OperandKind::Json,
            _ => word(text),
        };
        Ok(Operand { offset, text, kind })
    }

    /// The length of a path: up to a blank or an operator outside of its brackets.
    fn path(&self) -> Option<usize> {
        let mut length = 1;
        loop {
            let rest = self.rest().get(length..)?;
            match rest.chars().next() {
                Some('[' | '(') => length += Parser { text: rest, at: 0, depth: 0 }.balanced()?,
                Some(c) if c.is_whitespace() || "=!<>&|),".contains(c) => return Some(length),
                Some(c) => length += c.len_utf8(),
                None => return Some(length),
            }
        }
    }

    /// The length of what is closed with the same sign that opens it.
    fn closed(&self, sign: char) -> Option<usize> {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices().skip(1) {
            if c == sign && !escaped {
                return Some(at + c.len_utf8());
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }

    /// The length of what stands in brackets, braces or parentheses.
    fn balanced(&self) -> Option<usize> {
        let mut open = 0_usize;
        let mut at = 0;
        loop {
            let rest = self.rest().get(at..)?;
            let c = rest.chars().next()?;
            match c {
                '[' | '{' | '(' => open += 1,
                ']' | '}' | ')' => open = open.saturating_sub(1),
                '\'' | '"' => {
                    at += Parser { text: rest, at: 0, depth: 0 }.closed(c)?;
                    continue;
                }
                _ => {}
            }
            at += c.len_utf8();
            if open == 0 {
                return Some(at);
            }
        }
    }
}

/// What a word without quotes is.
fn word(text: &str) -> OperandKind<'_> {
    // Rust takes `inf` and the like for numbers, too.
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte))
        && text.parse::<f64>().is_ok();
    match text {
        "true" => OperandKind::Boolean(true),
        "false" => OperandKind::Boolean(false),
        "null" => OperandKind::Null,
        _ if is_number => OperandKind::Number,
        _ => OperandKind::Unreadable,
    }
}

/// The items of an array whose brackets hold this text, at that offset; none if there are others than strings, numbers,
/// booleans and `null`.
fn array(text: &str, offset: usize) -> Option<Vec<Operand<'_>>> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let mut items = Vec::new();
    parser.blanks();
    if parser.rest().is_empty() {
        return Some(items);
    }
    loop {
        parser.blanks();
        // Arrays in arrays would make this call itself without end.
        if matches!(parser.peek()?, '[' | '{' | '@' | '$' | '/') {
            return None;
        }
        let item = parser.operand().ok().filter(|item| item.kind != OperandKind::Unreadable)?;
        items.push(Operand { offset: offset + item.offset, ..item });
        if !parser.eat(",") {
            return parser.rest().is_empty().then_some(items);
        }
    }
}
