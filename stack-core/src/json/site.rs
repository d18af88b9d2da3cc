//! Places in a source, as opaque ids that only the reader who issued them understands.

/// Where something was written. Only the reader that issued it can say what it means:
/// the macro keeps a table from site to spans, the JSON reader uses byte offsets.
///
/// Sites of one document grow in reading order, so that "inside this state" is a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site(pub u32);

impl Site {
    /// The place of values that were never written, such as a template's own.
    pub const NONE: Site = Site(u32::MAX);
}

/// A value and the place where it was written. The place takes no part in comparison.
#[derive(Clone, Copy, Debug)]
pub struct At<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub site: Site,
}

impl<T: PartialEq> PartialEq for At<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
