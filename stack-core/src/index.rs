//! Where a table's fields are: found by name with one comparison, and kept as sets of bits.
//!
//! A checker asks for every key of a definition; comparing it with forty names took longer than reading it.

use crate::spec::{Field, Group};

/// The most fields of a table: one bit each.
const FIELDS: usize = 64;
/// The most groups of a table.
const GROUPS: usize = 8;
/// Places for names, a power of two and twice as many as there are fields at least, so that few names share one.
const SLOTS: usize = 128;
/// A place without a name.
const FREE: u8 = u8::MAX;

/// The fields of a table by name, made once by const code.
#[derive(Debug)]
pub(crate) struct Index {
    /// The number of the field whose name leads there, else of one that had to go on to a later place.
    slots: [u8; SLOTS],
    /// The fields that an object cannot be without.
    pub(crate) required: Set,
    groups: [Set; GROUPS],
}

/// Some fields of a table, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set(u64);

impl Set {
    const NONE: Set = Set(0);

    const fn with(self, field: usize) -> Set {
        Set(self.0 | 1 << field)
    }

    /// Adds a field.
    pub(crate) fn add(&mut self, field: usize) {
        *self = self.with(field);
    }

    pub(crate) const fn and(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }

    /// Whether all fields of the other set are in this one.
    pub(crate) const fn holds(self, other: Set) -> bool {
        other.0 & !self.0 == 0
    }

    /// How many there are.
    pub(crate) const fn len(self) -> u32 {
        self.0.count_ones()
    }
}

impl Index {
    /// The index of a table. Fails to compile for a table of too many fields or groups.
    pub(crate) const fn new(fields: &[Field], groups: &[Group]) -> Index {
        assert!(fields.len() <= FIELDS && groups.len() <= GROUPS);
        let mut index = Index { slots: [FREE; SLOTS], required: Set::NONE, groups: [Set::NONE; GROUPS] };
        let mut field = 0;
        while field < fields.len() {
            let mut slot = hash(fields[field].name.as_bytes());
            while index.slots[slot] != FREE {
                slot = (slot + 1) % SLOTS;
            }
            index.slots[slot] = field as u8;
            if fields[field].required {
                index.required = index.required.with(field);
            }
            let mut group = 0;
            while group < groups.len() {
                if contains(groups[group].fields, fields[field].name) {
                    index.groups[group] = index.groups[group].with(field);
                }
                group += 1;
            }
            field += 1;
        }
        index
    }

    /// The number of the field of that name.
    pub(crate) fn find(&self, fields: &[Field], name: &str) -> Option<usize> {
        let (before, after) = self.slots.split_at_checked(hash(name.as_bytes()))?;
        for &slot in after.iter().chain(before).take_while(|&&slot| slot != FREE) {
            if fields.get(usize::from(slot)).is_some_and(|field| field.name == name) {
                return Some(usize::from(slot));
            }
        }
        None
    }

    /// The fields of a group, by its number.
    pub(crate) fn group(&self, group: usize) -> Set {
        self.groups.get(group).copied().unwrap_or_default()
    }
}

/// The place where a name is looked for first: its length and three of its letters tell most names apart.
const fn hash(name: &[u8]) -> usize {
    let Some((&last, _)) = name.split_last() else { return 0 };
    let (first, middle) = (name[0], name[name.len() / 2]);
    (name.len() * 11 + first as usize * 3 + middle as usize * 5 + last as usize) % SLOTS
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if is(names[i].as_bytes(), name.as_bytes()) {
            return true;
        }
        i += 1;
    }
    false
}

const fn is(a: &[u8], b: &[u8]) -> bool {
    let mut same = a.len() == b.len();
    let mut i = 0;
    while same && i < a.len() {
        same = a[i] == b[i];
        i += 1;
    }
    same
}
