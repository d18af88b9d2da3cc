//! The permissions that a state machine's role needs, read off its definition.

use crate::doubt::Doubt;
use crate::grant::{Grant, Permission, owned};
use crate::own_machine::OwnMachine;
use crate::parameters::{Parameters, Reference};
use crate::requirement::{Precision, Requirement, Resource};
use crate::services::{self, ASSUME_ROLE, INVOKE_FUNCTION, distributed_map};
use crate::{resolve, sdk};
use stack_core::json::interpolation::Notation;
use stack_core::json::{Hole, Json, Node};
use stack_core::language::{QueryLanguage, StateKind};
use stack_core::model::{Machine, State};
use stack_core::services::{of_arn, split};

/// What a definition needs.
#[derive(Debug, Default)]
pub struct Derived {
    /// What the role has to allow, in the order of the states.
    pub requirements: Vec<Requirement>,
    /// States that need what is not known here, and their integrations.
    pub unknown: Vec<(String, String)>,
    /// What states may need besides.
    pub doubts: Vec<Doubt>,
}

impl Derived {
    /// What the role of the machine has to allow. `references` are what the numbers of its holes stand for. In a file
    /// it has none; its strings may have placeholders, `${OrdersTable}`.
    pub fn new(machine: &Machine<'_>, references: &[Reference], own: &OwnMachine) -> Self {
        let mut derived = Derived::default();
        for state in &machine.states {
            match state.kind {
                Some(StateKind::Task) => {
                    let parameters = parameters(state, state.node, references, own);
                    derived.task(state, parameters);
                }
                Some(StateKind::Map) => derived.map(state, references, own),
                _ => {}
            }
        }
        derived
    }

    fn task(&mut self, state: &State<'_>, parameters: Parameters<'_>) {
        // With credentials the other role does the work, and this one only takes it.
        if let Some(credentials) = state.node.get("Credentials") {
            let parameters = Parameters { node: Some(credentials), ..parameters };
            return self.grants(&[ASSUME_ROLE], parameters, "");
        }
        match state.node.get("Resource").map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                // An activity's worker asks for its tasks: the machine needs no permission.
                let found = parameters.references.get(*number as usize);
                if found.is_some_and(|found| !found.is_activity) {
                    self.grants(&[INVOKE_FUNCTION], resource(state, parameters), "");
                }
            }
            Some(Json::Hole(Hole::Integration(name))) => self.integration(name, parameters),
            Some(Json::String(arn)) => {
                // The partition may be a placeholder.
                let plain = arn.replace("${AWS::Partition}", "aws");
                let service = plain.split(':').nth(2);
                if let Some(name) = of_arn(&plain) {
                    self.integration(name, parameters);
                } else if service == Some("lambda") || (service.is_none() && names_a_function(&plain)) {
                    self.grants(&[INVOKE_FUNCTION], resource(state, parameters), "");
                }
            }
            _ => {}
        }
    }

    fn integration(&mut self, name: &str, parameters: Parameters<'_>) {
        let (name, suffix) = split(name);
        if let Some(grants) = services::grants(name) {
            self.grants(grants, parameters, suffix);
        } else if !sdk::add_requirements(name, parameters, &mut self.requirements, &mut self.doubts) {
            self.unknown.push((parameters.state.name.value.to_owned(), name.to_owned()));
        }
    }

    /// A distributed Map starts the executions of its items itself, and reads and writes with the machine's role.
    fn map(&mut self, state: &State<'_>, references: &[Reference], own: &OwnMachine) {
        // `Iterator` is what `ItemProcessor` was called.
        let processor = ["ItemProcessor", "Iterator"].iter().find_map(|name| state.node.get(name));
        let config = processor.and_then(|processor| processor.get("ProcessorConfig"));
        let mode = config.and_then(|config| config.get("Mode")).and_then(Node::as_str);
        if mode != Some("DISTRIBUTED") {
            return;
        }
        let mut of_own_executions = |actions: &[&str], texts: &[String]| {
            let mut resources = Vec::new();
            for text in texts {
                resources.push(Resource::new(text.clone(), Precision::Exact));
            }
            self.requirements.push(Requirement {
                state: state.name.value.to_owned(),
                actions: owned(actions),
                resources,
                condition: None,
                names_own_machine: own.is_in(&own.machine),
            });
        };
        let (executions, children) = (own.executions(""), own.executions("/*"));
        of_own_executions(&["states:StartExecution"], std::slice::from_ref(&own.machine));
        of_own_executions(
            &["states:DescribeExecution", "states:StopExecution"],
            &[executions, children.clone()],
        );
        of_own_executions(&["states:RedriveExecution"], &[children]);
        if let Some(reader) = state.node.get("ItemReader") {
            let parameters = parameters(state, reader, references, own);
            let config =
                |name: &str| reader.get("ReaderConfig").and_then(|config| config.get(name)?.as_str());
            // That of Athena has the `InputType` of the objects that it lists.
            let manifest = config("InputType") == Some("MANIFEST") || config("ManifestType").is_some();
            let flatten = config("Transformation").is_some_and(|word| word != "NONE");
            self.storage(reader, &distributed_map::readers(manifest, flatten), parameters);
        }
        if let Some(writer) = state.node.get("ResultWriter") {
            self.storage(writer, &[distributed_map::WRITER], parameters(state, writer, references, own));
        }
    }

    /// The permissions of a reader or a writer, by its resource.
    fn storage(&mut self, node: &Node<'_>, known: &[(&str, &[Grant])], parameters: Parameters<'_>) {
        let plain;
        let name = match node.get("Resource").map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Integration(name))) => name.as_ref(),
            Some(Json::String(arn)) => {
                plain = arn.replace("${AWS::Partition}", "aws");
                of_arn(&plain).unwrap_or_default()
            }
            _ => return,
        };
        for (_, grants) in known.iter().filter(|(known, _)| *known == name) {
            self.grants(grants, parameters, "");
        }
    }

    fn grants(&mut self, grants: &[Grant], parameters: Parameters<'_>, suffix: &str) {
        for grant in grants {
            self.requirements.extend(resolve::requirements(&Permission::from(grant), parameters, suffix));
        }
    }
}

/// Whether a `Resource` of a file is a placeholder of a function, as far as its name tells.
fn names_a_function(text: &str) -> bool {
    Notation::Placeholder.first(text).is_some() && !text.to_ascii_lowercase().contains("activity")
}

/// The parameters of a state, a reader or a writer.
fn parameters<'t>(
    state: &'t State<'t>,
    node: &'t Node<'t>,
    references: &'t [Reference],
    own: &'t OwnMachine,
) -> Parameters<'t> {
    let name = match state.language {
        QueryLanguage::JsonPath => "Parameters",
        QueryLanguage::Jsonata => "Arguments",
    };
    Parameters { state, node: node.get(name), references, own }
}

/// The state itself as parameters: its `Resource` names the function.
fn resource<'t>(state: &'t State<'t>, parameters: Parameters<'t>) -> Parameters<'t> {
    Parameters { node: Some(state.node), ..parameters }
}
