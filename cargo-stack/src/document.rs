//! Documents as values: JSON or YAML, with holes for what is known only at deployment.

use crate::input;
use crate::placeholder;
use crate::places::Places;
use crate::template::long_name;
use crate::unquoted;
use stack_core::finding::Findings;
use stack_core::json::{Json, Node};
use std::borrow::Cow;
use std::path::Path;

/// A text and the language that it is in.
pub(crate) enum Document<'t> {
    /// JSON.
    Json {
        /// The text, in which everything stands at the byte where it was written.
        text: Cow<'t, str>,
        /// The holes of placeholders outside of strings.
        holes: Vec<(u32, Json<'static>)>,
        /// Whether a placeholder is in the text, in a string or outside of them.
        has_placeholders: bool,
    },
    /// YAML, which reads placeholders as strings.
    Yaml(&'t str),
}

impl<'t> Document<'t> {
    /// A file's text, in the language that its name or the text says.
    pub(crate) fn of(text: &'t str, path: &Path) -> Self {
        if input::is_yaml(path, text) { Document::Yaml(text) } else { Document::json(text) }
    }

    /// A text of JSON.
    pub(crate) fn json(text: &'t str) -> Self {
        // Most files hold none, which a search for the two bytes finds out at the speed of reading.
        let has_placeholders = text.contains("${") && placeholder::is_in(text);
        let (text, holes) =
            if has_placeholders { unquoted::as_holes(text) } else { (Cow::Borrowed(text), Vec::new()) };
        Document::Json { text, holes, has_placeholders }
    }

    /// Whether a placeholder may be in it. Of YAML that is not known before it is read.
    pub(crate) fn may_have_placeholders(&self) -> bool {
        !matches!(self, Document::Json { has_placeholders: false, .. })
    }

    /// Its value. A placeholder outside of strings is a string with one that has no name, or an unread member.
    pub(crate) fn read(&self, out: &Findings) -> (Node<'_>, Places<'_>) {
        match self {
            Document::Json { text, holes, .. } => (stack_core::read(text, holes, out), Places::Offsets),
            Document::Yaml(text) => {
                let (root, table) = stack_yaml::read(text, &long_name, out);
                (root, Places::Table(table))
            }
        }
    }
}
