//! Documents as values: JSON or YAML, with holes for what is known only at deployment.

use crate::directives;
use crate::input;
use crate::placeholder;
use crate::places::Places;
use crate::search;
use crate::template::{self, long_name};
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
        /// Whether placeholders are in the text, closed ones or others.
        has_openings: bool,
        /// Whether something in the text is known only at deployment.
        is_open: bool,
        /// Whether directives of Terraform stand outside of strings. They are blanks in the text.
        has_directives: bool,
    },
    /// YAML, which reads placeholders as strings.
    Yaml(&'t str),
}

impl<'t> Document<'t> {
    /// A file's text, in the language that its name or the text says.
    pub(crate) fn of(text: &'t str, path: &Path) -> Self {
        if input::is_yaml(path, text) { Document::Yaml(text) } else { Document::json(text) }
    }

    /// The file of a definition that a template names: CloudFormation reads it as JSON, or else as YAML 1.2, which has
    /// comments and commas at the end.
    pub(crate) fn named(text: &'t str, path: &Path) -> Self {
        let document = Document::of(text, path);
        let is_yaml = || {
            let (as_json, as_yaml) = (Findings::new(), Findings::new());
            document.read(&as_json);
            if as_json.finish().is_empty() {
                return false;
            }
            let (root, _) = stack_yaml::read(text, &long_name, &as_yaml);
            as_yaml.finish().is_empty() && !has_slashes(&root)
        };
        if matches!(document, Document::Json { .. }) && is_yaml() { Document::Yaml(text) } else { document }
    }

    /// A text of JSON.
    pub(crate) fn json(text: &'t str) -> Self {
        let has_openings = search::contains(text, "${");
        let has_placeholders = has_openings && placeholder::is_in(text);
        let is_open = has_placeholders || template::may_be_in(text) || directives::are_in(text);
        let (text, holes) =
            if has_placeholders { unquoted::as_holes(text) } else { (Cow::Borrowed(text), Vec::new()) };
        let blanked = if is_open { directives::blanked(&text) } else { None };
        let has_directives = blanked.is_some();
        Document::Json {
            text: blanked.map_or(text, Cow::Owned),
            holes,
            has_openings,
            is_open,
            has_directives,
        }
    }

    /// Whether something in it may be known only at deployment. Of YAML that is not known before it is read.
    pub(crate) fn may_be_open(&self) -> bool {
        !matches!(self, Document::Json { is_open: false, .. })
    }

    /// Whether placeholders are in it, closed ones or others.
    pub(crate) fn has_openings(&self) -> bool {
        match self {
            Document::Json { has_openings, .. } => *has_openings,
            Document::Yaml(text) => search::contains(text, "${"),
        }
    }

    /// Whether directives of Terraform decide what it says.
    pub(crate) fn has_directives(&self) -> bool {
        matches!(self, Document::Json { has_directives: true, .. })
    }

    /// Its value. A placeholder outside of strings is a string with one that has no name, or an unread member.
    pub(crate) fn read(&self, out: &Findings) -> (Node<'_>, Places<'_>) {
        match self {
            Document::Json { text, holes, .. } => (stack_core::read(text, holes, out), Places::Offsets),
            Document::Yaml(text) => {
                let (root, table) = stack_yaml::read(text, &long_name, out);
                if template::is_one(&root) && has_old_booleans(text) {
                    // What is wrong with the text has been found.
                    let (root, table) = stack_yaml::read_1_1(text, &long_name, &Findings::new());
                    return (root, Places::Table(table));
                }
                (root, Places::Table(table))
            }
        }
    }
}

/// Whether words are in the text that YAML 1.1 may take for booleans.
fn has_old_booleans(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| stack_yaml::old_boolean(word).is_some())
}

/// Whether a key starts as comments of JavaScript do, which are none in YAML either.
fn has_slashes(node: &Node<'_>) -> bool {
    match &node.json {
        Json::Array(items) => items.iter().any(has_slashes),
        Json::Object(members) => members
            .iter()
            .any(|member| member.key.value.starts_with(['/', '*']) || has_slashes(&member.value)),
        _ => false,
    }
}
