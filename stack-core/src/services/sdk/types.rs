//! What parameters hold, to any depth: texts, numbers, lists, maps, structures.

use super::table::{Bytes, GROUP, List, Name, Names, Words};

/// What something is, roughly. [`Shape::resolve`] says what is in lists and objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    List,
    /// An object.
    Object,
    /// Bytes, which a string stands for.
    Blob,
    /// A point in time.
    Timestamp,
    /// Any JSON.
    Any,
}

/// The types of a service.
#[derive(Clone, Copy, Debug)]
pub(super) struct Types<'t> {
    /// The members of all structures.
    pub(super) members: List<'t>,
    /// A byte of the name of each.
    fingerprints: Bytes<'t>,
    count: u16,
    /// Where each type begins after all of these, and then the types.
    bytes: Bytes<'t>,
    /// The words of enumerations.
    pub(super) words: Words<'t>,
    /// The sets of letters.
    pub(super) letters: Bytes<'t>,
}

/// What a parameter, an item of a list or a value of a map holds.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'t> {
    /// What that is, roughly.
    pub kind: Kind,
    /// The number of its type and one more.
    number: u16,
    types: Types<'t>,
}

/// What something is, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub enum Type<'t> {
    /// Nothing is known but its kind.
    Kind,
    /// A string.
    Text(Text<'t>),
    /// A number.
    Number {
        /// What it can be.
        range: Bounds,
        /// It has no fraction.
        whole: bool,
    },
    /// An array.
    List {
        /// Each of its items.
        item: Shape<'t>,
        /// How many there can be.
        length: Bounds,
    },
    /// An object with any keys.
    Map {
        /// Each of its keys.
        key: Shape<'t>,
        /// Each of its values.
        value: Shape<'t>,
    },
    /// An object with these members.
    Structure(Structure<'t>),
}

/// The least and the most that something can be; both are open if they are not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: Option<i64>,
    /// The most.
    pub most: Option<i64>,
}

/// What a string can be.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// How many characters it has.
    pub length: Bounds,
    /// What it begins with.
    pub start: &'t str,
    words: Option<(u16, Names<'t>)>,
    /// A bit for each character of ASCII, that of NUL for all others.
    letters: Option<&'t [u8]>,
}

/// The parameters of an action, or the members of an object in them.
#[derive(Clone, Copy, Debug)]
pub struct Structure<'t> {
    count: u16,
    gaps: Bytes<'t>,
    types: Types<'t>,
}

/// A member of an action's `Parameters` or `Arguments`, or of an object in them.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<'t> {
    /// Its name: `TableName`.
    pub name: Name<'t>,
    /// Whether AWS refuses a call without it.
    pub required: bool,
    /// What it holds.
    pub shape: Shape<'t>,
    /// Its number among all members of the service.
    pub(crate) index: usize,
}

impl<'t> Types<'t> {
    /// Reads the types after the members of a block.
    pub(super) fn read(
        bytes: &mut Bytes<'t>,
        members: List<'t>,
        fingerprints: Bytes<'t>,
        words: Words<'t>,
        letters: Bytes<'t>,
    ) -> Option<Self> {
        let (count, length) = (bytes.u16()?, bytes.u16()?);
        let bytes = bytes.read(2 * usize::from(count) + usize::from(length))?;
        Some(Types { members, fingerprints, count, bytes, words, letters })
    }

    fn shape(self, kind: u8, number: u16) -> Shape<'t> {
        Shape { kind: Kind::new(kind), number, types: self }
    }

    fn member(self, index: usize, required: bool) -> Option<Parameter<'t>> {
        let mut names = self.members.group(index / GROUP)?;
        for _ in 0..index % GROUP {
            names.next()?;
            names.bytes.count()?;
        }
        let kind = names.next()?;
        let number = names.bytes.count()?;
        Some(Parameter { name: names.last, required, shape: self.shape(kind, number), index })
    }
}

impl<'t> Shape<'t> {
    /// What is known of it.
    pub fn resolve(&self) -> Type<'t> {
        self.read().unwrap_or(Type::Kind)
    }

    fn read(&self) -> Option<Type<'t>> {
        let types = self.types;
        let number = usize::from(self.number.checked_sub(1)?);
        let start = types.bytes.from(2 * number)?.u16()?;
        let mut bytes = types.bytes.from(2 * usize::from(types.count) + usize::from(start))?;
        let head = bytes.u8()?;
        let least = if head & 64 == 0 { None } else { Some(bytes.bound()?) };
        let most = if head & 128 == 0 { None } else { Some(bytes.bound()?) };
        let bounds = Bounds { least, most };
        Some(match Kind::new(head & 7) {
            Kind::Text => Type::Text(types.text(head, bounds, bytes)?),
            Kind::Number => Type::Number { range: bounds, whole: head & 8 != 0 },
            Kind::List => Type::List { item: types.shape(head >> 3 & 7, bytes.count()?), length: bounds },
            Kind::Object => {
                let value = types.shape(head >> 3 & 7, bytes.count()?);
                Type::Map { key: types.shape(0, bytes.count()?), value }
            }
            Kind::Any => Type::Structure(Structure { count: bytes.count()?, gaps: bytes, types }),
            Kind::Boolean | Kind::Blob | Kind::Timestamp => return None,
        })
    }
}

impl<'t> Types<'t> {
    fn text(self, head: u8, length: Bounds, mut bytes: Bytes<'t>) -> Option<Text<'t>> {
        let mut words = None;
        if head & 8 != 0 {
            // Nothing follows an enumeration.
            let count = bytes.count()?;
            words = Some((count, Names::new(bytes, self.words)));
            return Some(Text { length, start: "", words, letters: None });
        }
        let letters = match head & 16 {
            0 => None,
            _ => Some(self.letters.from(16 * usize::from(bytes.count()?))?.read(16)?.0),
        };
        let start = if head & 32 == 0 { "" } else { bytes.text()? };
        Some(Text { length, start, words, letters })
    }
}

impl<'t> Text<'t> {
    /// The words that it can be; nothing if it can be others.
    pub fn words(&self) -> Option<Vec<Name<'t>>> {
        let (count, mut names) = self.words?;
        let mut words = Vec::new();
        for _ in 0..count {
            names.next()?;
            words.push(names.last);
        }
        Some(words)
    }

    /// Whether that word can be what it is.
    pub fn allows(&self, word: &str) -> bool {
        let Some((count, mut names)) = self.words else { return true };
        for _ in 0..count {
            // What cannot be read is not known.
            if names.next().is_none() || names.last == *word {
                return true;
            }
        }
        false
    }

    /// The first character of a text that it cannot have.
    pub fn stray(&self, text: &str) -> Option<char> {
        let letters = self.letters?;
        for letter in text.chars() {
            let bit = if letter.is_ascii() { letter as usize } else { 0 };
            if letters.get(bit / 8)? >> (bit % 8) & 1 == 0 {
                return Some(letter);
            }
        }
        None
    }
}

impl<'t> Structure<'t> {
    pub(super) fn new(count: u16, gaps: Bytes<'t>, types: Types<'t>) -> Self {
        Structure { count, gaps, types }
    }

    /// Its members, sorted by name.
    pub fn parameters(&self) -> Parameters<'t> {
        Parameters { left: self.count, next: 0, gaps: self.gaps, types: self.types }
    }

    /// The member of that name.
    pub fn parameter(&self, name: &str) -> Option<Parameter<'t>> {
        let wanted = fingerprint(name);
        let (mut gaps, mut next) = (self.gaps, 0);
        for _ in 0..self.count {
            let (skipped, required) = gap(&mut gaps)?;
            let index = next + skipped;
            if *self.types.fingerprints.0.get(index)? == wanted {
                let found = self.types.member(index, required)?;
                if found.name == *name {
                    return Some(found);
                }
            }
            next = index + 1;
        }
        None
    }

    /// Those of its members that AWS refuses a call without and whose numbers are not among these.
    pub fn missing(&self, given: &[usize]) -> Vec<Parameter<'t>> {
        let mut missing = Vec::new();
        let (mut gaps, mut next) = (self.gaps, 0);
        for _ in 0..self.count {
            let Some((skipped, required)) = gap(&mut gaps) else { break };
            let index = next + skipped;
            if required && !given.contains(&index) {
                missing.extend(self.types.member(index, true));
            }
            next = index + 1;
        }
        missing
    }
}

/// A byte of a name, by which most others are told from it without being read. The table is made with the same.
fn fingerprint(name: &str) -> u8 {
    let mut hash: u32 = 0;
    for byte in name.bytes() {
        hash = hash.wrapping_mul(33) ^ u32::from(byte);
    }
    (hash ^ hash >> 8 ^ hash >> 16) as u8
}

/// Goes through the members of a structure.
#[derive(Clone, Copy, Debug)]
pub struct Parameters<'t> {
    left: u16,
    next: usize,
    gaps: Bytes<'t>,
    types: Types<'t>,
}

impl<'t> Iterator for Parameters<'t> {
    type Item = Parameter<'t>;

    fn next(&mut self) -> Option<Parameter<'t>> {
        self.left = self.left.checked_sub(1)?;
        let (skipped, required) = gap(&mut self.gaps)?;
        let index = self.next + skipped;
        self.next = index + 1;
        self.types.member(index, required)
    }
}

/// A parameter: how many of the service's members are skipped before it, and whether it is required.
pub(super) fn gap(gaps: &mut Bytes<'_>) -> Option<(usize, bool)> {
    let byte = gaps.u8()?;
    let near = usize::from(byte & 127);
    let skipped = match near.checked_sub(96) {
        None => near,
        Some(far) => 96 + far * 256 + usize::from(gaps.u8()?),
    };
    Some((skipped, byte & 128 != 0))
}

impl Kind {
    fn new(bits: u8) -> Self {
        match bits {
            0 => Kind::Text,
            1 => Kind::Number,
            2 => Kind::Boolean,
            3 => Kind::List,
            4 => Kind::Object,
            5 => Kind::Blob,
            6 => Kind::Timestamp,
            _ => Kind::Any,
        }
    }
}
