//! The words of a JSONata expression.

use super::SyntaxError;
use super::op::Op;
use std::borrow::Cow;

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'t> {
    End,
    Operator(Op),
    Name(&'t str),
    Variable(&'t str),
    String(Cow<'t, str>),
    Number(f64),
    /// `true`, `false`, or `null`
    Literal(Option<bool>),
    /// The pattern and its flags.
    Regex(&'t str, &'t str),
}

impl Token<'_> {
    /// What it is called in a message.
    pub(super) fn describe(&self) -> Cow<'static, str> {
        match self {
            Token::End => "the end".into(),
            Token::Operator(op) => format!("`{}`", op.text()).into(),
            Token::Name(name) => format!("`{name}`").into(),
            Token::Variable(name) => format!("`${name}`").into(),
            Token::String(_) => "a string".into(),
            Token::Number(_) => "a number".into(),
            Token::Literal(value) => format!("`{}`", word(*value)).into(),
            Token::Regex(..) => "a regular expression".into(),
        }
    }
}

/// How a literal is written.
pub(super) fn word(literal: Option<bool>) -> &'static str {
    match literal {
        Some(true) => "true",
        Some(false) => "false",
        None => "null",
    }
}

/// Reads one word after the other.
pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lexer { text, at: 0 }
    }

    /// The next word and where it starts. After an operand a slash divides, elsewhere it opens a
    /// regular expression.
    pub(super) fn next(&mut self, after_operand: bool) -> Result<(Token<'t>, usize), SyntaxError> {
        self.skip()?;
        let start = self.at;
        let token = match self.byte(0) {
            None => Token::End,
            Some(b'/') if !after_operand => self.regex()?,
            Some(quote @ (b'"' | b'\'')) => self.string(quote)?,
            Some(b'`') => self.quoted_name()?,
            Some(b'0'..=b'9') => self.number()?,
            Some(_) => match self.operator()? {
                Some(op) => Token::Operator(op),
                None => self.name(),
            },
        };
        Ok((token, start))
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// The text from a place to where the lexer stands.
    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Steps over white space and comments.
    fn skip(&mut self) -> Result<(), SyntaxError> {
        loop {
            while self.byte(0).is_some_and(is_space) {
                self.at += 1;
            }
            if self.byte(0) != Some(b'/') || self.byte(1) != Some(b'*') {
                return Ok(());
            }
            let body = self.text.get(self.at + 2..).unwrap_or_default();
            let Some(length) = body.find("*/") else {
                return Err(SyntaxError::new("S0106", self.at, "the comment is not closed with `*/`"));
            };
            self.at += length + 4;
        }
    }

    fn operator(&mut self) -> Result<Option<Op>, SyntaxError> {
        let double = match (self.byte(0), self.byte(1)) {
            (Some(b'.'), Some(b'.')) => Some(Op::Range),
            (Some(b':'), Some(b'=')) => Some(Op::Bind),
            (Some(b'!'), Some(b'=')) => Some(Op::NotEqual),
            (Some(b'>'), Some(b'=')) => Some(Op::GreaterEqual),
            (Some(b'<'), Some(b'=')) => Some(Op::LessEqual),
            (Some(b'*'), Some(b'*')) => Some(Op::StarStar),
            (Some(b'~'), Some(b'>')) => Some(Op::Apply),
            (Some(b'?'), Some(b':')) => Some(Op::Default),
            (Some(b'?'), Some(b'?')) => Some(Op::Coalesce),
            _ => None,
        };
        if double.is_some() {
            self.at += 2;
            return Ok(double);
        }
        let op = match self.byte(0) {
            Some(b'.') => Op::Dot,
            Some(b'[') => Op::Bracket,
            Some(b']') => Op::BracketEnd,
            Some(b'{') => Op::Brace,
            Some(b'}') => Op::BraceEnd,
            Some(b'(') => Op::Paren,
            Some(b')') => Op::ParenEnd,
            Some(b',') => Op::Comma,
            Some(b';') => Op::Semicolon,
            Some(b':') => Op::Colon,
            Some(b'@') => Op::Focus,
            Some(b'#') => Op::Index,
            Some(b'?') => Op::Question,
            Some(b'+') => Op::Plus,
            Some(b'-') => Op::Minus,
            Some(b'*') => Op::Star,
            Some(b'/') => Op::Slash,
            Some(b'%') => Op::Percent,
            Some(b'|') => Op::Pipe,
            Some(b'=') => Op::Equal,
            Some(b'<') => Op::Less,
            Some(b'>') => Op::Greater,
            Some(b'^') => Op::Sort,
            Some(b'&') => Op::Concatenate,
            Some(b'!') => return Err(SyntaxError::new("S0204", self.at, "`!` is not an operator")),
            Some(b'~') => return Err(SyntaxError::new("S0204", self.at, "`~` is not an operator")),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(op))
    }

    fn name(&mut self) -> Token<'t> {
        let start = self.at;
        while self
            .byte(0)
            .is_some_and(|byte| !is_space(byte) && !b".[]{}(),@#;:?+-*/%|=<>^&!~".contains(&byte))
        {
            self.at += 1;
        }
        let word = self.since(start);
        match word {
            "and" => Token::Operator(Op::And),
            "or" => Token::Operator(Op::Or),
            "in" => Token::Operator(Op::In),
            "true" => Token::Literal(Some(true)),
            "false" => Token::Literal(Some(false)),
            "null" => Token::Literal(None),
            _ => word.strip_prefix('$').map_or(Token::Name(word), Token::Variable),
        }
    }

    fn quoted_name(&mut self) -> Result<Token<'t>, SyntaxError> {
        let body = self.text.get(self.at + 1..).unwrap_or_default();
        let Some((name, _)) = body.split_once('`') else {
            return Err(SyntaxError::new("S0105", self.at, "the name is not closed with a backtick"));
        };
        self.at += name.len() + 2;
        Ok(Token::Name(name))
    }

    fn digits(&mut self) {
        while self.byte(0).is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
    }

    fn number(&mut self) -> Result<Token<'t>, SyntaxError> {
        let start = self.at;
        if self.byte(0) == Some(b'0') {
            self.at += 1;
        } else {
            self.digits();
        }
        if self.byte(0) == Some(b'.') && self.byte(1).is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
            self.digits();
        }
        if matches!(self.byte(0), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.byte(1), Some(b'+' | b'-')));
            if self.byte(1 + sign).is_some_and(|byte| byte.is_ascii_digit()) {
                self.at += 1 + sign;
                self.digits();
            }
        }
        match self.since(start).parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Token::Number(number)),
            _ => Err(SyntaxError::new("S0102", start, "the number is out of range")),
        }
    }

    fn string(&mut self, quote: u8) -> Result<Token<'t>, SyntaxError> {
        let start = self.at;
        self.at += 1;
        let mut decoded: Option<String> = None;
        let mut piece = self.at;
        loop {
            match self.byte(0) {
                None => {
                    let message = format!("the string is not closed with `{}`", char::from(quote));
                    return Err(SyntaxError::new("S0101", start, message));
                }
                Some(b'\\') => {
                    let text = decoded.get_or_insert_default();
                    text.push_str(self.text.get(piece..self.at).unwrap_or_default());
                    text.push(self.escape()?);
                    piece = self.at;
                }
                Some(byte) if byte == quote => {
                    let last = self.since(piece);
                    self.at += 1;
                    return Ok(Token::String(match decoded {
                        Some(text) => Cow::Owned(text + last),
                        None => Cow::Borrowed(last),
                    }));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    /// The character of an escape. Halves of a pair that stand alone become the replacement character.
    fn escape(&mut self) -> Result<char, SyntaxError> {
        let start = self.at;
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let Some(letter) = rest.chars().next() else {
            return Err(SyntaxError::new("S0103", start, "no character follows the `\\`"));
        };
        self.at += 1 + letter.len_utf8();
        match letter {
            '"' | '\\' | '/' => Ok(letter),
            'b' => Ok('\u{8}'),
            'f' => Ok('\u{c}'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'u' => {
                let Some(high) = self.hex() else {
                    return Err(SyntaxError::new(
                        "S0104",
                        start,
                        "four hexadecimal digits must follow `\\u`",
                    ));
                };
                let after = self.at;
                if (0xD800..0xDC00).contains(&high)
                    && self.byte(0) == Some(b'\\')
                    && self.byte(1) == Some(b'u')
                {
                    self.at += 2;
                    match self.hex() {
                        Some(low) if (0xDC00..0xE000).contains(&low) => {
                            let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                        }
                        _ => self.at = after,
                    }
                }
                Ok(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            _ => Err(SyntaxError::new("S0103", start, format!("`\\{letter}` is not an escape"))),
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += if all { 4 } else { 0 };
        if all { u32::from_str_radix(digits, 16).ok() } else { None }
    }

    /// A regular expression: a slash inside brackets does not end it.
    fn regex(&mut self) -> Result<Token<'t>, SyntaxError> {
        let open = self.at;
        self.at += 1;
        let start = self.at;
        let (mut depth, mut escapes) = (0_i32, 0_usize);
        loop {
            let bare = escapes == 0;
            match self.byte(0) {
                None => {
                    return Err(SyntaxError::new(
                        "S0302",
                        open,
                        "the regular expression is not closed with `/`",
                    ));
                }
                Some(b'/') if depth == 0 && escapes.is_multiple_of(2) => break,
                Some(b'(' | b'[' | b'{') if bare => depth += 1,
                Some(b')' | b']' | b'}') if bare => depth -= 1,
                Some(_) => {}
            }
            escapes = if self.byte(0) == Some(b'\\') { escapes + 1 } else { 0 };
            self.at += 1;
        }
        let pattern = self.since(start);
        if pattern.is_empty() {
            return Err(SyntaxError::new("S0301", open, "the regular expression is empty"));
        }
        self.at += 1;
        let flags = self.at;
        while matches!(self.byte(0), Some(b'i' | b'm')) {
            self.at += 1;
        }
        Ok(Token::Regex(pattern, self.since(flags)))
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b)
}
