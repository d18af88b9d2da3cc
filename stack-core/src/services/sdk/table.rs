//! The bytes of the table of the AWS SDK: how they are laid out, and how they are read.
//!
//! `cargo xtask sdk-table` writes `table.bin`. Numbers are little endian, a `text` is its length in a byte
//! and its UTF-8.
//!
//! ```text
//! table     = text: botocore's version
//!             words of all names; words of enumerations
//!             u16: number of sets of letters; 16 bytes for each: a bit for each character of ASCII, that of NUL
//!             for all other characters
//!             u16: number of services; u24 for each: where its block begins in the table
//!             blocks, sorted by the services' names
//! words     = u8: how many of them take one byte; u16: number of words
//!             u24 for each and one more: where it begins in the letters, and where the last one ends
//!             letters of all words, those that are used most first
//! block     = text: the service's name; text: what its error names begin with;
//!             text: what its IAM actions begin with, empty if that is not known
//!             list of the members of all its structures; u8 for each: its fingerprint, made of its name;
//!             list of its actions; list of its errors' names
//!             u16: number of types; u16: bytes of the types; u16 for each: where it begins; types
//! list      = u16: number of entries, u16: bytes of the entries,
//!             u16 for each group of 8: where it begins in the entries; entries, sorted by name
//! member    = name with its kind, number: its type and one more, or zero
//! action    = name with the number of its parameters, u8: that number if it is 7 or more; parameters
//! parameter = u8: bit 7: required; bits 0-6: how many members lie between it and the parameter before it;
//!             from 96 on, that less 96 is so often 256, and the next u8 is added to it and to 96
//! type      = u8: bits 0-2: its kind; bit 6: there is a least, bit 7: there is a most; bounds; and then
//!             of a text: bit 3: number of its words, names; bit 4: number of its set of letters; bit 5: text with
//!             which it begins; in this order. Of a number: bit 3: it is a whole one. Of a list: bits 3-5: kind of
//!             its items, number of their type. Of a map (an object): bits 3-5: kind of its values, number of their type,
//!             number of the type of its keys. Of a structure (any JSON): number of its parameters; parameters
//! bound     = 7 bits in each u8, the lowest first; bit 7: there is more; the lowest bit of all is the sign
//! number    = u8: below 128; else bits 0-6, and the next u8 is so often 128
//! name      = u8: bits 0-1: with how many words of the name before it in its group it begins;
//!             bits 2-4: how many words follow, less one; bits 5-7: kind of a member, number of parameters
//!             or, of an error, bit 5: in the model it does not end in `Exception`; words
//! word      = u8: its number if it takes one byte; else that many are left out, and it is 256 numbers,
//!             of which the next u8 is one
//! ```
//!
//! A name is made of words (`describe` `DB` `Instances`), because the 90,000 names have but 6,000 of them.
//! Nothing is unpacked: a look-up halves the services, then the groups of names, and goes through one group.
//! Whatever the bytes are, reading them ends and never panics.

use std::cmp::Ordering;
use std::fmt;

/// The most words that a name has.
const WORDS: usize = 8;
/// The entries of a group, which is read without what stands before it.
pub(super) const GROUP: usize = 8;

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

    /// A number that is small more often than not.
    pub(super) fn count(&mut self) -> Option<u16> {
        let low = self.u8()?;
        Some(if low < 128 { low.into() } else { u16::from(low & 127) | u16::from(self.u8()?) << 7 })
    }

    /// A bound, which has a sign.
    pub(super) fn bound(&mut self) -> Option<i64> {
        let (mut bits, mut shift) = (0, 0);
        loop {
            let byte = self.u8()?;
            bits |= u64::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if byte < 128 {
                return Some((bits >> 1) as i64 ^ -((bits & 1) as i64));
            }
        }
    }

    pub(super) fn read(&mut self, count: usize) -> Option<Bytes<'t>> {
        let (read, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(Bytes(read))
    }

    pub(super) fn text(&mut self) -> Option<&'t str> {
        let length = self.u8()?;
        std::str::from_utf8(self.read(length.into())?.0).ok()
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
    short: u8,
    /// Where each begins among the letters.
    starts: Bytes<'t>,
    letters: Bytes<'t>,
}

impl<'t> Words<'t> {
    /// Reads the words of names.
    pub(super) fn read(bytes: &mut Bytes<'t>) -> Option<Self> {
        let (short, count) = (bytes.u8()?, usize::from(bytes.u16()?));
        let starts = bytes.read(3 * count + 3)?;
        let end = starts.from(3 * count)?.u24()?;
        Some(Words { short, starts, letters: bytes.read(end)? })
    }

    fn get(self, number: u16) -> Option<&'t [u8]> {
        let mut starts = self.starts.from(3 * usize::from(number))?;
        let (start, end) = (starts.u24()?, starts.u24()?);
        self.letters.0.get(start..end)
    }

    fn number(self, bytes: &mut Bytes<'_>) -> Option<u16> {
        let first = bytes.u8()?;
        Some(match first.checked_sub(self.short) {
            None => first.into(),
            Some(long) => u16::from(self.short) + u16::from(long) * 256 + u16::from(bytes.u8()?),
        })
    }
}

/// A name, or a word of an enumeration.
#[derive(Clone, Copy, Default)]
pub struct Name<'t> {
    words: Words<'t>,
    numbers: [u16; WORDS],
    count: usize,
}

impl<'t> Name<'t> {
    fn parts(&self) -> impl Iterator<Item = &'t [u8]> {
        self.numbers.iter().take(self.count).filter_map(|&number| self.words.get(number))
    }
}

impl Name<'_> {
    /// Before or after a text.
    pub(super) fn cmp(&self, text: &str) -> Ordering {
        let mut rest = text.as_bytes();
        for part in self.parts() {
            let Some((same, behind)) = rest.split_at_checked(part.len()) else { return part.cmp(rest) };
            if part != same {
                return part.cmp(same);
            }
            rest = behind;
        }
        if rest.is_empty() { Ordering::Equal } else { Ordering::Less }
    }
}

impl PartialEq<str> for Name<'_> {
    fn eq(&self, text: &str) -> bool {
        // Most names differ in their first letters, which is seen faster than by comparing words.
        let begins = |rest: &[u8], part: &[u8]| rest.first() == part.first();
        let after = |rest, part| if begins(rest, part) { rest.strip_prefix(part) } else { None };
        self.parts().try_fold(text.as_bytes(), after).is_some_and(<[u8]>::is_empty)
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().try_for_each(|part| out.write_str(std::str::from_utf8(part).unwrap_or_default()))
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// Names that are read one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'t> {
    pub(super) bytes: Bytes<'t>,
    /// The name that was read last.
    pub(super) last: Name<'t>,
}

impl<'t> Names<'t> {
    /// Names of which the first begins with no other.
    pub(super) fn new(bytes: Bytes<'t>, words: Words<'t>) -> Self {
        Names { bytes, last: Name { words, ..Name::default() } }
    }

    /// Reads the next name; gives its three bits.
    pub(super) fn next(&mut self) -> Option<u8> {
        let head = self.bytes.u8()?;
        let shared = usize::from(head & 3);
        self.last.count = shared + usize::from(head >> 2 & 7) + 1;
        for number in self.last.numbers.get_mut(shared..self.last.count)? {
            *number = self.last.words.number(&mut self.bytes)?;
        }
        Some(head >> 5)
    }
}

/// A list of names, and of what belongs to each.
#[derive(Clone, Copy, Debug)]
pub(super) struct List<'t> {
    pub(super) count: usize,
    groups: Bytes<'t>,
    entries: Bytes<'t>,
    words: Words<'t>,
}

impl<'t> List<'t> {
    pub(super) fn read(bytes: &mut Bytes<'t>, words: Words<'t>) -> Option<Self> {
        let (count, length) = (usize::from(bytes.u16()?), bytes.u16()?);
        let groups = bytes.read(2 * count.div_ceil(GROUP))?;
        Some(List { count, groups, entries: bytes.read(length.into())?, words })
    }

    /// The names from a group on.
    pub(super) fn group(self, group: usize) -> Option<Names<'t>> {
        let start = self.groups.from(2 * group)?.u16()?;
        Some(Names::new(self.entries.from(start.into())?, self.words))
    }

    /// The group that holds that name if the list does.
    pub(super) fn group_of(self, name: &str) -> usize {
        let (mut low, mut high) = (0, self.count.div_ceil(GROUP));
        while low < high {
            let middle = low.midpoint(high);
            let mut first = self.group(middle);
            let read = first.as_mut().and_then(Names::next).is_some();
            if read && first.is_some_and(|first| first.last.cmp(name) == Ordering::Greater) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low.saturating_sub(1)
    }
}
