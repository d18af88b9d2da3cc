//! `iam`: what the roles of state machines have to allow, read off their definitions.

mod explain;
mod json;
mod role;
mod stats;

use crate::failure::Failure;
use crate::format::printable_json;
use crate::machines;
use crate::placeholder::{self, Filler};
use role::Role;
use stack_core::finding::{Findings, Severity, printable};
use stack_core::json::{Node, write};
use stack_core::language::MachineType;
use stack_core::model::Machine;
use stack_iam::{Derived, OwnMachine};
use std::path::PathBuf;

/// What is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum View {
    /// The policies.
    Policy,
    /// Which state needs which statement.
    Explain,
    /// How wide they are, in numbers.
    Stats,
    /// All that is known, as JSON.
    Json,
}

/// The output for all files, and what the user should know besides.
pub(crate) fn files(
    paths: &[PathBuf],
    kind: MachineType,
    view: View,
) -> Result<(String, Vec<String>), Failure> {
    let mut roles = Vec::new();
    for path in paths {
        let file = path.display().to_string();
        let before = roles.len();
        let read = machines::each(path, kind, None, &mut |found, out| {
            // What could not be read may need permissions that would be missing here.
            if let Some(finding) = out.finish().iter().find(|it| it.severity == Severity::Error) {
                return Err(Failure::Faulty(finding.text()));
            }
            let own = OwnMachine::in_file(found.logical_id);
            let mut root = found.root.clone();
            placeholder::fill(&mut root, found.values);
            let derived = Derived::new(&Machine::new(&root, found.kind), &[], &own);
            placeholder::forget(&mut root, Filler::Template);
            let accepted = stack_core::check(&root, found.kind, &[], Findings::new()).accepted();
            let machine = found.logical_id.map(str::to_owned);
            roles.push(Role { file: file.clone(), machine, derived, accepted });
            Ok(())
        });
        read.map_err(|failure| failure.in_file(&file))?;
        if roles.len() == before {
            let failure = Failure::Faulty("the template has no definition of a state machine".into());
            return Err(failure.in_file(&file));
        }
    }
    let text = match view {
        View::Policy => printable_json(policies(&roles)),
        View::Explain => explain::text(&roles),
        View::Stats => stats::text(&roles),
        View::Json => printable_json(json::text(&roles)),
    };
    Ok((text, notes(&roles)))
}

/// The policy of the one role there is, or those of all by their titles.
fn policies(roles: &[Role]) -> String {
    let node = match roles {
        [only] => only.policy(),
        roles => Node::object(roles.iter().map(|role| (role.title(), role.policy()))),
    };
    write::pretty(&node, &mut |_, _| {}) + "\n"
}

/// Where a policy is wider than it should be, or lacks something.
fn notes(roles: &[Role]) -> Vec<String> {
    let mut notes = Vec::new();
    for role in roles {
        let title = role.title();
        if !role.accepted {
            // A parameter whose name is wrong names no resource.
            notes.push(format!("{title}: the definition has errors, so permissions may be missing or wrong"));
        }
        for requirement in &role.derived.requirements {
            notes.extend(
                requirement
                    .notes()
                    .iter()
                    .map(|note| format!("{title}: the state `{}` {note}", requirement.state)),
            );
        }
        notes.extend(role.derived.unknown.iter().map(|(state, integration)| {
            format!("{title}: the permissions for `{integration}` in the state `{state}` are not known")
        }));
        for doubt in &role.derived.doubts {
            notes.push(format!("{title}: the state `{}` {}", doubt.state, doubt.text()));
        }
    }
    notes.dedup();
    notes.iter().map(|note| printable(note).into_owned()).collect()
}
