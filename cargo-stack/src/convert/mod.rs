//! `convert`: a definition as the text of a `state_machine!`.

mod layout;
mod words;
mod write;

use crate::arguments::Convert;
use crate::document::{held, read, read_json};
use crate::input::{self, Refusal};
use crate::placeholder;
use crate::template::{self, Body, Found};
use stack_core::finding::{Findings, Severity};
use stack_core::json::Node;
use stack_core::model::MachineType;
use std::borrow::Cow;
use std::path::Path;

/// Why nothing was converted.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What is wrong.
    pub(crate) message: String,
    /// The exit code.
    pub(crate) code: u8,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure { message: refusal.message, code: crate::USAGE }
    }
}

fn faulty(message: String) -> Failure {
    Failure { message, code: 1 }
}

/// The text for all machines of a file, or for the one that was asked for.
pub(crate) fn file(options: &Convert) -> Result<String, Failure> {
    let mut buffer = Vec::new();
    let text = input::file(&options.file, &mut buffer)?;
    let out = Findings::new();
    let held = held(text, &options.file);
    let (root, _) = read(&held, matches!(held, Cow::Owned(_)), &options.file, &out);
    if !template::is_one(&root) {
        let name = options.file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        return machine(&words::type_name(&name), options.kind, &root, out);
    }
    if let [finding, ..] = out.finish().as_slice() {
        return Err(faulty(finding.text()));
    }
    let wanted = |found: &Found<'_>| options.machine.as_deref().is_none_or(|name| name == found.name);
    let texts: Vec<String> = template::machines(&root)
        .into_iter()
        .filter(wanted)
        .map(|found| in_template(found, &options.file))
        .collect::<Result<_, _>>()?;
    match (&options.machine, texts.is_empty()) {
        (Some(name), true) => {
            Err(faulty(format!("the template has no definition of a state machine `{name}`")))
        }
        (None, true) => Err(faulty("the template has no definition of a state machine".into())),
        _ => Ok(texts.join("\n")),
    }
}

fn in_template(found: Found<'_>, template: &Path) -> Result<String, Failure> {
    let name = words::type_name(found.name);
    let out = Findings::new();
    match found.body {
        Body::Object(node) => machine(&name, found.kind, &node, out),
        Body::Text { text, .. } => {
            let held = placeholder::as_holes(&text);
            let node = read_json(&held, matches!(held, Cow::Owned(_)), &out);
            machine(&name, found.kind, &node, out)
        }
        Body::File { path, .. } => {
            let path = template.parent().unwrap_or(Path::new("")).join(path);
            let mut buffer = Vec::new();
            let text = input::file(&path, &mut buffer)?;
            let held = held(text, &path);
            let (node, _) = read(&held, matches!(held, Cow::Owned(_)), &path, &out);
            machine(&name, found.kind, &node, out)
        }
    }
}

/// The text for one machine, if it compiles.
fn machine(name: &str, kind: MachineType, root: &Node<'_>, out: Findings) -> Result<String, Failure> {
    let mut compiled = root.clone();
    words::fill_resources(&mut compiled);
    let checked = stack_core::check(&compiled, kind, &[], out);
    if checked.accepted() {
        return Ok(write::machine(name, kind, root));
    }
    let mut message = format!("`{name}` would not compile; `cargo stack check` shows where:");
    for finding in checked.findings.iter().filter(|finding| finding.rule.severity != Severity::Warning) {
        message.push_str(&format!("\n[{}] {}", finding.rule.id, finding.message));
    }
    Err(faulty(message))
}
