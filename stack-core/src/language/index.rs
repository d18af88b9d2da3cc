//! Where a table's fields are: found by name with one comparison, and kept as sets of bits.
//!
//! A checker asks for every key of a definition; comparing it with forty names took longer than reading it.

/// The most fields of a table: one bit each.
const MAX_FIELDS: usize = 64;
/// Places for names, a power of two and twice as many as there are fields at least, so that few names share one.
const SLOTS: usize = 128;
/// A place without a name.
const EMPTY: u8 = u8::MAX;

/// The fields of a table by name, made once by const code.
#[derive(Debug)]
pub(super) struct Index {
    /// The number of the field whose name leads there, else of one that had to go on to a later place.
    slots: [u8; SLOTS],
}

/// Some fields of a table, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FieldSet(u64);

impl FieldSet {
    /// No field.
    pub(crate) const NONE: FieldSet = FieldSet(0);

    /// The set with one more field.
    pub(crate) const fn with(self, field: usize) -> FieldSet {
        FieldSet(self.0 | 1 << field)
    }

    /// Adds a field.
    pub(crate) fn add(&mut self, field: usize) {
        *self = self.with(field);
    }

    /// The fields that are in both sets.
    pub(crate) const fn and(self, other: FieldSet) -> FieldSet {
        FieldSet(self.0 & other.0)
    }

    /// Whether all fields of the other set are in this one.
    pub(crate) const fn holds(self, other: FieldSet) -> bool {
        other.0 & !self.0 == 0
    }

    /// How many there are.
    pub(crate) const fn len(self) -> u32 {
        self.0.count_ones()
    }
}

impl Index {
    /// Of a table without fields.
    pub(super) const fn new() -> Index {
        Index { slots: [EMPTY; SLOTS] }
    }

    /// Adds a field by its number in the table. Fails to compile for a table of too many fields.
    pub(super) const fn insert(&mut self, name: &str, number: usize) {
        assert!(number < MAX_FIELDS);
        let mut slot = hash(name.as_bytes());
        while self.slots[slot] != EMPTY {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot] = number as u8;
    }

    /// The number of the field of that name. `is_named` says whether a field's name is that one.
    pub(super) fn find(&self, name: &str, is_named: impl Fn(usize) -> bool) -> Option<usize> {
        let (before, after) = self.slots.split_at_checked(hash(name.as_bytes()))?;
        let numbers = after.iter().chain(before).take_while(|&&slot| slot != EMPTY);
        numbers.map(|&slot| usize::from(slot)).find(|&number| is_named(number))
    }
}

/// The place where a name is looked for first: its length and three of its letters tell most names apart.
const fn hash(name: &[u8]) -> usize {
    let Some((&last, _)) = name.split_last() else { return 0 };
    let (first, middle) = (name[0], name[name.len() / 2]);
    (name.len() * 11 + first as usize * 3 + middle as usize * 5 + last as usize) % SLOTS
}
