//! Keys: a word or a string, and the `:` behind it.

use crate::ident::plain;
use crate::parse::cursor::Cursor;
use crate::parse::literal::{self, Value};
use crate::parse::reader::Reader;
use crate::sites::Spans;
use proc_macro2::{Span, TokenTree};

impl Reader {
    /// Reads a key and the `:` behind it; nothing if it is none, which is reported.
    pub(crate) fn key(&mut self, cursor: &mut Cursor<'_>) -> Option<(String, Spans)> {
        let token = cursor.peek()?;
        let key = match token {
            TokenTree::Ident(ident) => plain(ident),
            TokenTree::Literal(literal) => match literal::read("", &literal.to_string()) {
                Ok(Value::String(text)) => text,
                Ok(Value::Number(text)) => {
                    let help = format!("write `\"{text}\"`");
                    self.fault(token, "a key is a word or a string", &[&help]);
                    return None;
                }
                Err(refusal) => {
                    self.fault(token, refusal.message, &[&refusal.help]);
                    return None;
                }
            },
            _ => {
                self.fault(token, format!("expected a key, found {}", cursor.found()), &[]);
                return None;
            }
        };
        cursor.next();
        self.colon(cursor, &key, token)?;
        Some((key, token.into()))
    }

    fn colon(&mut self, cursor: &mut Cursor<'_>, key: &str, token: &TokenTree) -> Option<()> {
        if cursor.eat(':') {
            return Some(());
        }
        let (span, found) = (cursor.span(), cursor.found());
        if cursor.eat('=') {
            cursor.eat('>');
            self.fault(span, "a key and its value are separated by `:`, not by `=`", &[]);
            return Some(());
        }
        match cursor.peek() {
            None => self.fault(token, format!("`{key}` has no value"), &[]),
            Some(TokenTree::Punct(_)) if cursor.at(',') || cursor.at(';') => {
                self.fault(token, format!("`{key}` has no value"), &[]);
            }
            Some(TokenTree::Punct(_)) => {
                let (text, last) = rest_of_key(key, cursor);
                let message = format!("the key `{text}` is more than a word");
                let spans = Spans { first: token.span(), last };
                self.fault(spans, message, &[&format!("quote it: `\"{text}\"`")]);
            }
            Some(TokenTree::Ident(_))
                if !matches!(cursor.peek_second(), None | Some(TokenTree::Group(_)))
                    && !cursor.at_second(',') =>
            {
                let (text, last) = rest_of_key(key, cursor);
                let spans = Spans { first: token.span(), last };
                let help = format!("a key of several words is quoted: `\"{text}\"`");
                self.fault(spans, format!("expected `:` after `{key}`"), &[&help]);
            }
            Some(_) => {
                self.fault(span, format!("a `:` is missing between `{key}` and {found}"), &[]);
                return Some(());
            }
        }
        None
    }
}

/// The text of a key that is more than a word, up to its `:`.
fn rest_of_key(key: &str, cursor: &mut Cursor<'_>) -> (String, Span) {
    let mut text = String::from(key);
    let mut last = cursor.span();
    let mut after_word = true;
    while let Some(token) = cursor.peek() {
        if cursor.at(':') || cursor.at(',') || matches!(token, TokenTree::Group(_)) {
            break;
        }
        let is_word = !matches!(token, TokenTree::Punct(_));
        if is_word && after_word {
            text.push(' ');
        }
        text.push_str(&token.to_string());
        after_word = is_word;
        last = token.span();
        cursor.next();
    }
    (text, last)
}
