//! The machine that a role is for, as its own policy names it.

use crate::grant::arn;
use stack_core::json::interpolation::{Interpolation, Notation};

/// How the machine itself is named, in texts of `Fn::Sub`.
#[derive(Clone, Debug)]
pub struct OwnMachine {
    /// Its ARN.
    pub(crate) machine: String,
    /// Its name.
    name: String,
    /// Whether `${..}` in a definition's strings stands for what is known at deployment only.
    pub(crate) placeholders: bool,
}

impl OwnMachine {
    /// A machine with a fixed name, which nothing has to be asked for.
    pub fn named(name: &str) -> Self {
        OwnMachine {
            machine: arn("states", &format!("stateMachine:{name}")),
            name: name.to_owned(),
            placeholders: false,
        }
    }

    /// A machine with a name that CloudFormation makes.
    pub fn resource(logical_id: &str) -> Self {
        OwnMachine {
            machine: Interpolation::variable(logical_id, None).to_sub(),
            name: Interpolation::variable(logical_id, Some("Name")).to_sub(),
            placeholders: false,
        }
    }

    /// A machine whose definition was read from a file: of that logical id in a template, or with the name
    /// `${StateMachineName}`.
    pub fn in_file(logical_id: Option<&str>) -> Self {
        let own = match logical_id {
            Some(id) => OwnMachine::resource(id),
            None => OwnMachine::named("${StateMachineName}"),
        };
        OwnMachine { placeholders: true, ..own }
    }

    /// The same for a definition in whose strings `${..}` stands for what is known at deployment only.
    pub fn with_placeholders(self) -> Self {
        OwnMachine { placeholders: true, ..self }
    }

    /// The pattern of its executions; `runs` is `/*` for those that a distributed Map has started.
    pub(crate) fn executions(&self, runs: &str) -> String {
        arn("states", &format!("execution:{}{runs}:*", self.name))
    }

    /// Whether a text asks CloudFormation for something of it. A fixed name needs no question.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        placeholder(&self.machine).is_some() && (text == self.machine || text.contains(&self.name))
    }

    /// Whether a text in the parameter of that name is an ARN that only CloudFormation knows: it begins with a
    /// placeholder whose name says so, `${OrdersTable.Arn}`, or it is the machine's own.
    pub(crate) fn is_arn(&self, text: &str, path: &str) -> bool {
        let Some((name, _)) = placeholder(text) else { return false };
        let says_so = |text: &str| ["ARN", "Arn", "arn"].iter().any(|end| text.ends_with(end));
        let begins = self.placeholders && (says_so(name) || says_so(path) || path == "Resource");
        begins || text == self.machine
    }

    /// Whether a text is one placeholder, `${OrdersQueue}`.
    pub(crate) fn is_placeholder(&self, text: &str) -> bool {
        self.placeholders && placeholder(text).is_some_and(|(_, rest)| rest.is_empty())
    }
}

/// The name of the placeholder that a text begins with, and what follows.
fn placeholder(text: &str) -> Option<(&str, &str)> {
    let first = Notation::Sub.first(text)?;
    Some((first.name, text.get(first.place.end..)?))
}
