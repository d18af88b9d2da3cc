//! Texts in strings of other texts: which byte of the file a byte of the string was written as, and how the file has to
//! be changed so that the string is another one.

use crate::template::Part;
use crate::written::{Written, written};
use stack_core::json::Site;
use std::ops::Range;

/// Where a text comes from that is made of pieces of a document.
#[derive(Debug)]
pub(crate) struct Embedded<'t> {
    /// The text.
    pub(crate) text: &'t str,
    /// For every byte, and for its end, the byte of the document that it comes from.
    offsets: Vec<usize>,
    pieces: Vec<Verbatim>,
}

/// A piece that is written in the document character by character.
#[derive(Debug)]
struct Verbatim {
    /// Its bytes of the text.
    bytes: Range<usize>,
    written: Written,
}

impl<'t> Embedded<'t> {
    /// A text that is made of these parts of a document, which `range` finds there. Only the bytes that it was made from,
    /// if it is one part and not written character by character.
    pub(crate) fn new(
        outer: &str,
        range: &dyn Fn(Site) -> Range<usize>,
        inner: &'t str,
        parts: &[Part],
    ) -> Result<Self, Range<usize>> {
        let mut all = Vec::with_capacity(inner.len() + 1);
        let mut known = Vec::new();
        let (mut start, mut end) = (0, 0);
        for part in parts {
            let range = range(part.site);
            let text = inner.get(start..start + part.length).unwrap_or_default();
            match written(outer, range.clone(), text).filter(|_| part.verbatim) {
                // The last one is that of the end.
                Some(written) => {
                    end = written.offsets.last().copied().unwrap_or(range.end);
                    all.extend(written.offsets.iter().copied().take(text.len()));
                    known.push(Verbatim { bytes: start..start + part.length, written });
                }
                None if parts.len() == 1 => return Err(range),
                None => {
                    end = range.end;
                    all.extend(std::iter::repeat_n(range.start, text.len()));
                }
            }
            start += part.length;
        }
        all.push(end);
        Ok(Embedded { text: inner, offsets: all, pieces: known })
    }

    /// The bytes of the document that these bytes of the text come from.
    pub(crate) fn range(&self, Range { start, end }: Range<usize>, outer: &str) -> Range<usize> {
        let offset = |at: usize| self.offsets.get(at).or(self.offsets.last()).copied().unwrap_or(outer.len());
        offset(start)..offset(end)
    }

    /// What is replaced in the document by what, so that these bytes of the text become another text. None if they are
    /// not of one string of the document, or if the text cannot be written there.
    pub(crate) fn replace(&self, bytes: Range<usize>, text: &str) -> Option<(Range<usize>, String)> {
        // What CloudFormation fills in has been decided by the author of the string.
        let whole = self.text.get(bytes.clone())?;
        if text.contains("${") || whole.contains("${") {
            return None;
        }
        let piece = self
            .pieces
            .iter()
            .find(|piece| piece.bytes.start <= bytes.start && bytes.end <= piece.bytes.end)?;
        let within = bytes.start - piece.bytes.start..bytes.end - piece.bytes.start;
        piece.written.replace(self.text.get(piece.bytes.clone())?, within, text)
    }
}
