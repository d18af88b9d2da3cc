//! What an artifact is like, once it is made.

use super::copy::Copied;

/// What is known of an artifact's content.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// What was copied.
    pub(super) copied: Copied,
    /// What a tool warned of.
    pub(super) warnings: String,
}

impl Made {
    /// By a bundler, with its warnings.
    pub(super) fn warned(warnings: String) -> Self {
        Made { warnings, ..Made::default() }
    }
}
