//! The bytes of the table of the AWS SDK: how they are laid out, and how they are read.
//!
//! `cargo xtask sdk-table` writes `table.bin`. Numbers are little endian, a `text` is its length in a byte
//! and its UTF-8.
//!
//! ```text
//! table     = text: botocore's version
//!             u8: how many words take one byte
//!             u16: number of words, u16: number of services
//!             u16 for each word and one more: where it begins in the letters, and where the last one ends
//!             letters of all words, the words that are used most first
//!             u24 for each service: where its block begins in the table
//!             blocks, sorted by the services' names
//! block     = text: the service's name; text: what its error names begin with;
//!             text: what its IAM actions begin with, empty if that is not known
//!             u16: bytes of the parameters; parameters of all actions, each a name with its kind
//!             u16: number of actions; actions
//! action    = name with the number of its parameters, u8: that number if it is 7 or more; members
//! member    = u8: bit 7: required; bits 0-6: how many of the service's parameters lie between it and
//!             the member before it; 127: so many, and the next byte goes on
//! name      = u8: bits 0-1: with how many words of the name before it in the list it begins;
//!             bits 2-4: how many words follow, less one; bits 5-7: kind of a parameter, number of parameters
//!             words
//! word      = u8: its number if it takes one byte; else that many are left out, and it is 256 numbers,
//!             of which the next u8 is one
//! ```
//!
//! A name is made of words (`describe` `DB` `Instances`), because the 42,000 names have but 4,000 of them.
//! Nothing is unpacked: a look-up finds the service by its name and goes through its actions.
//! Whatever the bytes are, reading them ends and never panics.

use std::fmt;

/// The most words that a name has.
const WORDS: usize = 8;

/// What is left to read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bytes<'t>(pub(super) &'t [u8]);

impl<'t> Bytes<'t> {
    pub(super) fn u8(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u24(&mut self) -> Option<usize> {
        Some(usize::from(self.u16()?) | usize::from(self.u8()?) << 16)
    }

    pub(super) fn take(&mut self, count: usize) -> Option<Bytes<'t>> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(Bytes(taken))
    }

    pub(super) fn text(&mut self) -> Option<&'t str> {
        let length = self.u8()?;
        std::str::from_utf8(self.take(length.into())?.0).ok()
    }

    /// What begins there.
    pub(super) fn from(self, at: usize) -> Option<Bytes<'t>> {
        Some(Bytes(self.0.get(at..)?))
    }
}

/// All words of names.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words<'t> {
    /// How many of them take one byte.
    pub(super) short: u8,
    /// Where each begins among the letters.
    pub(super) starts: Bytes<'t>,
    pub(super) letters: Bytes<'t>,
}

impl<'t> Words<'t> {
    fn get(self, number: u16) -> Option<&'t str> {
        let mut starts = self.starts.from(2 * usize::from(number))?;
        let (start, end) = (starts.u16()?, starts.u16()?);
        std::str::from_utf8(self.letters.0.get(start.into()..end.into())?).ok()
    }

    fn read(self, bytes: &mut Bytes<'_>) -> Option<u16> {
        let first = bytes.u8()?;
        Some(match first.checked_sub(self.short) {
            None => first.into(),
            Some(long) => u16::from(self.short) + u16::from(long) * 256 + u16::from(bytes.u8()?),
        })
    }
}

/// The name of an action or of a parameter.
#[derive(Clone, Copy, Default)]
pub struct Name<'t> {
    words: Words<'t>,
    numbers: [u16; WORDS],
    count: usize,
}

impl<'t> Name<'t> {
    fn parts(&self) -> impl Iterator<Item = &'t str> {
        self.numbers.iter().take(self.count).filter_map(|&number| self.words.get(number))
    }
}

impl PartialEq<str> for Name<'_> {
    fn eq(&self, text: &str) -> bool {
        let mut parts = self.parts();
        parts.try_fold(text, |rest, part| rest.strip_prefix(part)).is_some_and(str::is_empty)
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().try_for_each(|part| out.write_str(part))
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// A list of names that is read from its beginning.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names<'t> {
    pub(super) bytes: Bytes<'t>,
    last: Name<'t>,
}

impl<'t> Names<'t> {
    pub(super) fn new(bytes: Bytes<'t>, words: Words<'t>) -> Self {
        Names { bytes, last: Name { words, ..Name::default() } }
    }

    /// The next name, and its three bits.
    pub(super) fn next(&mut self) -> Option<(Name<'t>, u8)> {
        let head = self.bytes.u8()?;
        let shared = usize::from(head & 3);
        self.last.count = shared + usize::from(head >> 2 & 7) + 1;
        for number in self.last.numbers.get_mut(shared..self.last.count)? {
            *number = self.last.words.read(&mut self.bytes)?;
        }
        Some((self.last, head >> 5))
    }
}
