//! `convert`: a definition as the text of a `state_machine!`.

mod layout;
mod samples;
mod substitutions;
mod words;
mod write;

use crate::failure::Failure;
use crate::machines;
use stack_core::finding::{Findings, Severity};
use stack_core::language::MachineType;
use std::path::Path;

/// The text for all machines of a file, or for the one that was asked for.
pub(crate) fn file(path: &Path, kind: MachineType, wanted: Option<&str>) -> Result<String, Failure> {
    let mut texts = Vec::new();
    machines::each(path, kind, wanted, &mut |found, out| {
        let name = match found.logical_id {
            Some(id) => words::type_name(id),
            None => {
                let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
                words::type_name(&name)
            }
        };
        texts.push(machine(&name, &found, out)?);
        Ok(())
    })?;
    match (wanted, texts.is_empty()) {
        (Some(name), true) => {
            Err(Failure::Faulty(format!("the template has no definition of a state machine `{name}`")))
        }
        (None, true) => Err(Failure::Faulty("the template has no definition of a state machine".into())),
        _ => Ok(texts.join("\n")),
    }
}

/// The text for one machine, if it compiles.
fn machine(name: &str, found: &machines::Definition<'_>, out: Findings) -> Result<String, Failure> {
    let mut root = found.root.clone();
    if !substitutions::separate(&mut root) {
        let message = format!("`{name}` has a placeholder in place of members, which a macro cannot fill in");
        return Err(Failure::Faulty(message));
    }
    let mut compiled = root.clone();
    samples::fill(&mut compiled);
    let checked = stack_core::check(&compiled, found.kind, &[], out);
    if checked.accepted() {
        return Ok(write::machine(name, found.kind, &root, &substitutions::of(&root, found.values)));
    }
    let mut message = format!("`{name}` would not compile; `cargo stack check` shows where:");
    for finding in checked.findings.iter().filter(|finding| finding.severity != Severity::Warning) {
        message.push_str(&format!("\n[{}] {}", finding.rule.id, finding.message));
    }
    Err(Failure::Faulty(message))
}
