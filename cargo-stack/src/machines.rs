//! The state machines of a file: its definition, or all those of a template.

use crate::document::Document;
use crate::failure::Failure;
use crate::input::{self, Refusal};
use crate::named::{self, Overlay};
use crate::template::{self, Body, Found};
use stack_core::finding::{Findings, printable};
use stack_core::json::Node;
use stack_core::language::MachineType;
use std::borrow::Cow;
use std::path::Path;

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Unreadable(refusal.message)
    }
}

/// A state machine of a file. What is known only at deployment is a string with a placeholder.
#[derive(Debug)]
pub(crate) struct Definition<'a> {
    /// Its logical id, in a template.
    pub(crate) logical_id: Option<&'a str>,
    /// Its type.
    pub(crate) kind: MachineType,
    /// The definition.
    pub(crate) root: &'a Node<'a>,
    /// What the template says of its placeholders.
    pub(crate) values: &'a [(Cow<'a, str>, Cow<'a, str>)],
}

/// What is done with each machine of a file, and with what was found while it was read.
type Visit<'v> = dyn FnMut(Definition<'_>, Findings) -> Result<(), Failure> + 'v;

/// Visits the machines of a file, in its order: all, or that one of a template. `kind` is the type of one outside of
/// a template.
pub(crate) fn each(
    path: &Path,
    kind: MachineType,
    wanted: Option<&str>,
    visit: &mut Visit<'_>,
) -> Result<(), Failure> {
    let mut buffer = Vec::new();
    let text = input::file(path, &mut buffer)?;
    let out = Findings::new();
    let document = Document::of(text, path);
    let (mut root, _) = document.read(&out);
    if !template::is_one(&root) {
        if !named::is_definition(&root) && named::is_link_out(path) {
            return Err(Failure::Faulty(named::LINK_OUT.into()));
        }
        template::resolve(&mut root);
        return visit(Definition { logical_id: None, kind, root: &root, values: &[] }, out);
    }
    if let [finding, ..] = out.finish().as_slice() {
        return Err(Failure::Faulty(finding.text()));
    }
    let mut machines = template::machines(&root, &Findings::new());
    // Of the definitions of one machine the first counts.
    machines.dedup_by_key(|found| found.name);
    let machines = machines.into_iter();
    let mut machines = machines.filter(|found| wanted.is_none_or(|name| name == found.name));
    machines.try_for_each(|found| in_template(found, path, visit))
}

fn in_template(found: Found<'_>, template: &Path, visit: &mut Visit<'_>) -> Result<(), Failure> {
    let Found { name, kind, body, values, .. } = found;
    let values = values.as_slice();
    let out = Findings::new();
    let logical_id = Some(name);
    match body {
        Body::Object(mut root) => {
            template::resolve(&mut root);
            visit(Definition { logical_id, kind, root: &root, values }, out)
        }
        Body::Text { made, .. } => {
            let document = Document::json(&made.text);
            let (root, _) = document.read(&out);
            visit(Definition { logical_id, kind, root: &root, values }, out)
        }
        Body::NoText { label } => {
            let name = printable(name);
            Err(Failure::Faulty(format!("the definition of `{name}` is {label}, but must be a string")))
        }
        Body::File { path, .. } => {
            let (changed, mut buffer) = (Overlay::new(), Vec::new());
            let text = named::read(template, &path, &changed, &mut buffer)?;
            let document = Document::named(text, &named::path(template, &path));
            let (root, _) = document.read(&out);
            if let Some(message) = named::no_definition(&path, &root, text) {
                return Err(Failure::Faulty(message));
            }
            visit(Definition { logical_id, kind, root: &root, values }, out)
        }
    }
}
