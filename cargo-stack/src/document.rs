//! Documents as values: JSON or YAML, with holes for what is known only at deployment.

use crate::input;
use crate::placeholder;
use crate::places::Places;
use crate::template::long_name;
use stack_core::finding::Findings;
use stack_core::json::Node;
use std::borrow::Cow;
use std::path::Path;

/// The text with holes for what is known only at deployment; YAML needs none, since it reads them as strings.
pub(crate) fn with_holes<'t>(text: &'t str, path: &Path) -> Cow<'t, str> {
    if input::is_yaml(path, text) { Cow::Borrowed(text) } else { placeholder::as_holes(text) }
}

/// Reads JSON; `filled` says that holes were put into it.
pub(crate) fn read_json<'t>(text: &'t str, filled: bool, out: &Findings) -> Node<'t> {
    if filled {
        stack_core::read(text, &placeholder::hole, out)
    } else {
        stack_core::read(text, &|_| None, out)
    }
}

/// Reads a document in the language that its name or its text says.
pub(crate) fn read<'t>(text: &'t str, filled: bool, path: &Path, out: &Findings) -> (Node<'t>, Places<'t>) {
    if input::is_yaml(path, text) {
        let (root, table) = stack_yaml::read(text, &long_name, out);
        (root, Places::Table(table))
    } else {
        (read_json(text, filled, out), Places::Offsets)
    }
}
