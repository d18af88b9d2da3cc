//! Fields of a table as sets of bits.

/// The most fields of a table: one bit each.
pub(super) const MAX_FIELDS: usize = 64;

/// Some fields of a table, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FieldSet(u64);

impl FieldSet {
    /// No field.
    pub(crate) const NONE: FieldSet = FieldSet(0);

    /// The set with one more field, by its number in the table.
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
