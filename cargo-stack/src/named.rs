//! Files that a template names, and links: what of them is read, and what is quoted.
//!
//! Templates and folders of strangers are checked in CI, whose logs are public. A `DefinitionUri` of `/proc/self/environ`,
//! or a link to it, must not bring what stands there to the log.

use crate::faults::unreadable_file;
use crate::input::{self, Refusal};
use stack_core::finding::{Rule, printable};
use stack_core::json::Node;
use stack_core::rules::documents::not_a_definition;
use std::collections::HashMap;
use std::env;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

/// The texts of files that are others than on the disk, by their canonical paths.
pub(crate) type Overlay = HashMap<PathBuf, Rc<str>>;

/// The rule that speaks of a file that is no definition.
pub(crate) const NO_DEFINITION: &Rule = &not_a_definition::RULE;

/// Where the file is that a template names.
pub(crate) fn path(template: &Path, named: &str) -> PathBuf {
    template.parent().unwrap_or(Path::new("")).join(named)
}

/// Reads the file that a template names, unless it is outside of the working folder and of the template's own, links
/// resolved. `overlay` has the texts of files that are others than on the disk.
pub(crate) fn read<'b>(
    template: &Path,
    named: &str,
    overlay: &'b Overlay,
    buffer: &'b mut Vec<u8>,
) -> Result<&'b str, Refusal> {
    let name = printable(named);
    let in_words = |refusal: Refusal| {
        let message = refusal.message.replacen("the file", &format!("`{name}`"), 1);
        // Where in it a character is wrong is no matter of the template.
        Refusal { message, place: None, ..refusal }
    };
    let path = path(template, named);
    let real = path.canonicalize().map_err(|error| in_words(input::unreadable(&error)))?;
    let own = template.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    if ![Path::new("."), own].into_iter().any(|folder| is_below(&real, folder)) {
        let message = format!(
            "`{name}` is not read: it is outside of the working folder and of the template's; run this in a folder above both"
        );
        return Err(Refusal { rule: &unreadable_file::RULE, message, place: None });
    }
    match overlay.get(&real) {
        Some(text) => Ok(text),
        None => input::file(&real, buffer).map_err(in_words),
    }
}

/// Whether a file, links resolved, is below that folder. Below the root is everything, so that does not count.
fn is_below(real: &Path, folder: &Path) -> bool {
    folder.canonicalize().is_ok_and(|folder| folder.parent().is_some() && real.starts_with(folder))
}

/// Whether a document is a definition, or was meant to be one: nothing is quoted of others that a template names.
pub(crate) fn is_definition(root: &Node<'_>) -> bool {
    let holds_one = |node: &Node<'_>| node.get("States").is_some() && node.get("StartAt").is_some();
    root.get("States").is_some()
        || root.get("StartAt").is_some()
        || root.as_object().unwrap_or_default().iter().any(|member| holds_one(&member.value))
}

/// What is said of a file that a template names and that is no definition; none if it is one, or may be one that is so
/// broken that nothing of it was read.
pub(crate) fn no_definition(named: &str, root: &Node<'_>, text: &str) -> Option<String> {
    if is_definition(root) || ["StartAt", "States"].iter().all(|key| text.contains(key)) {
        return None;
    }
    let named = printable(named);
    Some(match not_a_definition::known_document(root) {
        Some(document) => format!("`{named}` is {document}, not a definition"),
        None => format!("`{named}` is not a definition: it has neither `StartAt` nor `States`"),
    })
}

/// Whether the path stands in the working folder, but is, or leads through, a link out of it: then nobody has named what
/// is there.
pub(crate) fn is_link_out(path: &Path) -> bool {
    let Ok(folder) = env::current_dir() else { return false };
    let (Ok(real), Ok(real_folder)) = (path.canonicalize(), folder.canonicalize()) else { return false };
    let mut named = folder.clone();
    for step in path.components() {
        match step {
            Component::ParentDir => drop(named.pop()),
            step => named.push(step),
        }
    }
    named.starts_with(&folder) && !real.starts_with(real_folder)
}

/// What is said of a file behind such a link that is no definition.
pub(crate) const LINK_OUT: &str =
    "this is a link out of the working folder to a file that is not a definition, of which nothing is shown";
