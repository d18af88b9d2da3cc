//! The tokens of an expression.

use super::tree::SyntaxError;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A keyword, a function or an attribute.
    Word(&'t str),
    /// A name of `ExpressionAttributeNames`, with its `#`.
    Name(&'t str),
    /// A value of `ExpressionAttributeValues`, with its `:`.
    Value(&'t str),
    /// Digits.
    Number(&'t str),
    /// An operator, a bracket, a comma or a dot.
    Sign(&'t str),
    /// The end of the expression.
    End,
}

impl<'t> Token<'t> {
    /// How it was written; nothing at the end.
    pub(super) fn text(self) -> &'t str {
        match self {
            Token::Word(text)
            | Token::Name(text)
            | Token::Value(text)
            | Token::Number(text)
            | Token::Sign(text) => text,
            Token::End => "",
        }
    }
}

/// Takes an expression apart.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lexer { text, at: 0 }
    }

    /// The next token and its first byte.
    pub(super) fn next(&mut self) -> Result<(Token<'t>, usize), SyntaxError> {
        self.at += self.count(|byte| byte.is_ascii_whitespace());
        let start = self.at;
        let Some(first) = self.byte() else { return Ok((Token::End, start)) };
        let of_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let token = match first {
            b'#' | b':' => {
                self.at += 1;
                let length = self.count(of_word);
                if length == 0 {
                    let message = format!("a name must follow the `{}`", char::from(first));
                    return Err(SyntaxError { bytes: start..start + 1, message, meant: None });
                }
                self.at += length;
                if first == b'#' { Token::Name(self.since(start)) } else { Token::Value(self.since(start)) }
            }
            b'0'..=b'9' => {
                self.at += self.count(|byte| byte.is_ascii_digit());
                Token::Number(self.since(start))
            }
            byte if of_word(byte) => {
                self.at += self.count(of_word);
                Token::Word(self.since(start))
            }
            _ => {
                let rest = self.text.get(start..).unwrap_or_default();
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                // What is no sign is taken for one character of another language.
                let length =
                    sign.map_or_else(|| rest.chars().next().map_or(1, char::len_utf8), |it| it.len());
                self.at += length;
                Token::Sign(self.since(start))
            }
        };
        Ok((token, start))
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn count(&self, belongs: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len())
    }

    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// The operators of two characters; of those that DynamoDB does not have, the ones that people write.
const SIGNS: [&str; 7] = ["<>", "<=", ">=", "==", "!=", "&&", "||"];
