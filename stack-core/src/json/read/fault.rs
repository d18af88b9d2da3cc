//! What is wrong with a text as JSON.

use crate::json::Site;

/// How many objects and arrays may stand in one another, in any reader.
pub const MAX_DEPTH: usize = 128;

/// A fault of the text, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is.
    pub site: Site,
    /// What it is: lower case start, names in backticks, no full stop.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
    /// It is well-formed, but too many objects and arrays stand in one another.
    pub is_too_deep: bool,
}

impl Fault {
    /// The text is no JSON there.
    pub(super) fn syntax(site: Site, message: String, help: &str) -> Self {
        Fault { site, message, help: help.to_owned(), is_too_deep: false }
    }

    /// A value stands in too many others.
    pub fn too_deep(site: Site) -> Self {
        let message = format!("objects and arrays are nested more than {MAX_DEPTH} deep");
        Fault { site, message, help: String::new(), is_too_deep: true }
    }
}
