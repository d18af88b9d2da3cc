//! What is wrong inside a string.

/// A fault and its place in the string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is: a byte offset into the string.
    pub offset: usize,
    /// What it is, as the end of a sentence.
    pub message: String,
}

impl Fault {
    /// A fault at a byte offset.
    pub fn new(offset: usize, message: impl Into<String>) -> Self {
        Fault { offset, message: message.into() }
    }
}
