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
    /// What would mend it; nothing where that is not plain.
    pub mend: Option<Mend>,
    /// It is well-formed, but too many objects and arrays stand in one another.
    pub is_too_deep: bool,
}

/// How a text would be read without a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// In words, where the fault has no help: "remove the comma".
    pub message: &'static str,
    /// Bytes of the text, and what stands there instead.
    pub edits: Vec<(Site, usize, String)>,
    /// Nothing else can be meant.
    pub is_certain: bool,
}

impl Fault {
    /// The text is no JSON there.
    pub(super) fn syntax(site: Site, message: String, help: &str) -> Self {
        Fault { site, message, help: help.to_owned(), mend: None, is_too_deep: false }
    }

    /// A value stands in too many others.
    pub fn too_deep(site: Site) -> Self {
        let message = format!("objects and arrays are nested more than {MAX_DEPTH} deep");
        Fault { site, message, help: String::new(), mend: None, is_too_deep: true }
    }
}
