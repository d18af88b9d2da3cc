//! Which tokens a site of the core stands for.

use proc_macro2::{Span, TokenTree};
use stack_core::json::Site;
use std::ops::Range;

/// The first and the last token of a piece of source. `Span::join` gives nothing on stable Rust,
/// while `compile_error!` underlines everything between the two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spans {
    /// The first token.
    pub(crate) first: Span,
    /// The last token, which may be the first.
    pub(crate) last: Span,
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Spans { first: span, last: span }
    }
}

impl From<&TokenTree> for Spans {
    fn from(token: &TokenTree) -> Self {
        match token {
            TokenTree::Group(group) => Spans { first: group.span_open(), last: group.span_close() },
            token => token.span().into(),
        }
    }
}

/// The sites that were issued, in reading order.
#[derive(Debug, Default)]
pub(crate) struct Sites {
    list: Vec<Spans>,
    /// Of what is written in several tokens: where in its text each of them starts.
    pieces: Vec<(Site, Pieces)>,
}

/// Tokens, each with the byte of the text at which it starts.
pub(crate) type Pieces = Vec<(usize, Span)>;

impl Sites {
    /// Issues a site.
    pub(crate) fn add(&mut self, spans: impl Into<Spans>) -> Site {
        let site = self.next();
        self.list.push(spans.into());
        site
    }

    /// Remembers the tokens of a site's text.
    pub(crate) fn keep_pieces(&mut self, site: Site, pieces: Pieces) {
        if pieces.len() > 1 {
            self.pieces.push((site, pieces));
        }
    }

    /// The tokens of those bytes of a site's text.
    pub(crate) fn inside(&self, site: Site, bytes: &Range<usize>) -> Option<Spans> {
        let (_, pieces) = self.pieces.iter().find(|(other, _)| *other == site)?;
        let first = pieces.iter().rev().find(|(start, _)| *start <= bytes.start)?;
        let last = pieces.iter().rev().find(|(start, _)| *start < bytes.end.max(bytes.start + 1))?;
        Some(Spans { first: first.1, last: last.1 })
    }

    /// The site that comes next.
    pub(crate) fn next(&self) -> Site {
        Site(u32::try_from(self.list.len()).unwrap_or(u32::MAX))
    }

    /// The tokens of a site; none for one that was not issued here.
    pub(crate) fn get(&self, site: Site) -> Option<Spans> {
        self.list.get(usize::try_from(site.0).ok()?).copied()
    }
}
