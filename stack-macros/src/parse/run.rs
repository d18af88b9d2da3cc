//! Runs of words and punctuation without blanks in mind: `States.ALL`, `batch:submitJob.sync`.

use crate::ident::plain;
use crate::parse::cursor::Cursor;
use crate::sites::{Pieces, Spans};
use proc_macro2::{Ident, TokenTree};

/// Words, and the punctuation between them.
#[derive(Debug)]
pub(crate) struct Run {
    /// All of it.
    pub(crate) text: String,
    /// The words, if all of them are identifiers.
    pub(crate) path: Option<Vec<Ident>>,
    /// The first and the last token.
    pub(crate) spans: Spans,
    /// It holds a `:`.
    pub(crate) has_colon: bool,
    /// It ends in punctuation.
    pub(crate) is_open: bool,
    /// Every token.
    pub(crate) pieces: Pieces,
}

/// Reads identifiers and numbers with one of the separators between each two.
pub(crate) fn run(cursor: &mut Cursor<'_>, separators: &str) -> Option<Run> {
    let first = cursor.span();
    let mut run = Run {
        text: String::new(),
        path: Some(Vec::new()),
        spans: first.into(),
        has_colon: false,
        is_open: false,
        pieces: Pieces::new(),
    };
    while let Some(token) = cursor.peek() {
        let start = run.text.len();
        match token {
            TokenTree::Ident(ident) => {
                run.text.push_str(&plain(ident));
                if let Some(path) = &mut run.path {
                    path.push(ident.clone());
                }
            }
            TokenTree::Literal(literal) if is_number(&literal.to_string()) => {
                run.text.push_str(&literal.to_string());
                run.path = None;
            }
            _ => break,
        }
        run.is_open = false;
        run.pieces.push((start, token.span()));
        run.spans.last = token.span();
        cursor.next();
        while let Some(token @ TokenTree::Punct(punct)) = cursor.peek() {
            let separator = punct.as_char();
            if !separators.contains(separator) {
                break;
            }
            run.pieces.push((run.text.len(), token.span()));
            run.text.push(separator);
            run.has_colon |= separator == ':';
            if separator != '.' {
                run.path = None;
            }
            run.is_open = true;
            run.spans.last = token.span();
            cursor.next();
        }
        if !run.is_open {
            break;
        }
    }
    (!run.text.is_empty()).then_some(run)
}

fn is_number(literal: &str) -> bool {
    literal.starts_with(|first: char| first.is_ascii_digit())
}
