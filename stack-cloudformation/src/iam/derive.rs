//! The permissions that a state machine's role needs, read off its definition.

use super::given::Parameters;
use super::need::{Need, Resource, Width};
use super::{Own, sdk, task};
use crate::template::Reference;
use stack_core::json::{Hole, Json, Node};
use stack_core::language::{QueryLanguage, StateKind};
use stack_core::model::{Machine, State};
use stack_core::services;
use stack_core::services::distributed_map as map;
use stack_core::services::grant::Grant;
use stack_core::services::sdk::iam::Permission;

/// What a definition needs.
#[derive(Debug, Default)]
pub struct Derived {
    /// What the role has to allow, in the order of the states.
    pub needs: Vec<Need>,
    /// States that need what is not known here, and their integrations.
    pub unknown: Vec<(String, String)>,
}

impl Derived {
    /// What the role of the machine has to allow.
    pub(crate) fn new(machine: &Machine<'_>, references: &[Reference], own: &Own) -> Self {
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

    /// What the role of a machine in a file has to allow. Its strings may have placeholders, `${OrdersTable}`.
    pub fn of_file(machine: &Machine<'_>, own: &Own) -> Self {
        Self::new(machine, &[], own)
    }

    fn task(&mut self, state: &State<'_>, parameters: Parameters<'_>) {
        // With credentials the other role does the work, and this one only takes it.
        if let Some(credentials) = state.node.get("Credentials") {
            let parameters = Parameters { node: Some(credentials), ..parameters };
            return self.grants(&[services::ASSUME_ROLE], parameters, "");
        }
        match state.node.get("Resource").map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                // An activity's worker asks for its tasks: the machine needs no permission.
                let found = parameters.references.get(*number as usize);
                if found.is_some_and(|found| found.param.what != services::names::ACTIVITY_ARN) {
                    self.grants(&[services::INVOKE_FUNCTION], resource(state, parameters), "");
                }
            }
            Some(Json::Hole(Hole::Integration(name))) => self.integration(name, parameters),
            Some(Json::String(arn)) => {
                // The partition may be a placeholder.
                let plain = arn.replace("${AWS::Partition}", "aws");
                let service = plain.split(':').nth(2);
                if let Some(name) = services::of_arn(&plain) {
                    self.integration(name, parameters);
                } else if service == Some("lambda") || (service.is_none() && names_a_function(&plain)) {
                    self.grants(&[services::INVOKE_FUNCTION], resource(state, parameters), "");
                }
            }
            _ => {}
        }
    }

    fn integration(&mut self, name: &str, parameters: Parameters<'_>) {
        let (name, suffix) = services::split(name);
        if let Some(action) = services::action(name) {
            self.grants(action.grants, parameters, suffix);
        } else if !sdk::needs(name, parameters, &mut self.needs) {
            self.unknown.push((parameters.state.name.value.to_owned(), name.to_owned()));
        }
    }

    /// A distributed Map starts the executions of its items itself, and reads and writes with the machine's role.
    fn map(&mut self, state: &State<'_>, references: &[Reference], own: &Own) {
        // `Iterator` is what `ItemProcessor` was called.
        let processor = ["ItemProcessor", "Iterator"].iter().find_map(|name| state.node.get(name));
        let config = processor.and_then(|processor| processor.get("ProcessorConfig"));
        let mode = config.and_then(|config| config.get("Mode")).and_then(Node::as_str);
        if mode != Some("DISTRIBUTED") {
            return;
        }
        let resources = |texts: &[String]| -> Vec<Resource> {
            texts.iter().map(|text| Resource::new(text.clone(), Width::Exact)).collect()
        };
        let mut own_need = |actions: &[&str], texts: &[String]| {
            self.needs.push(Need {
                state: state.name.value.to_owned(),
                actions: actions.iter().map(|&action| action.to_owned()).collect(),
                resources: resources(texts),
                condition: None,
                own: own.is_in(&own.machine),
            });
        };
        let (executions, children) = (own.executions(""), own.executions("/*"));
        own_need(&["states:StartExecution"], std::slice::from_ref(&own.machine));
        own_need(&["states:DescribeExecution", "states:StopExecution"], &[executions, children.clone()]);
        own_need(&["states:RedriveExecution"], &[children]);
        if let Some(reader) = state.node.get("ItemReader") {
            let parameters = parameters(state, reader, references, own);
            let config =
                |name: &str| reader.get("ReaderConfig").and_then(|config| config.get(name)?.as_str());
            // That of Athena has the `InputType` of the objects that it lists.
            let manifest = config("InputType") == Some("MANIFEST") || config("ManifestType").is_some();
            let flatten = config("Transformation").is_some_and(|word| word != "NONE");
            self.storage(reader, &map::readers(manifest, flatten), parameters);
        }
        if let Some(writer) = state.node.get("ResultWriter") {
            self.storage(writer, &[map::WRITER], parameters(state, writer, references, own));
        }
    }

    /// The permissions of a reader or a writer, by its resource.
    fn storage(&mut self, node: &Node<'_>, known: &[(&str, &[Grant])], parameters: Parameters<'_>) {
        let plain;
        let name = match node.get("Resource").map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Integration(name))) => name.as_ref(),
            Some(Json::String(arn)) => {
                plain = arn.replace("${AWS::Partition}", "aws");
                services::of_arn(&plain).unwrap_or_default()
            }
            _ => return,
        };
        for (_, grants) in known.iter().filter(|(known, _)| *known == name) {
            self.grants(grants, parameters, "");
        }
    }

    fn grants(&mut self, grants: &[Grant], parameters: Parameters<'_>, suffix: &str) {
        let permissions = grants.iter().map(Permission::from);
        self.needs.extend(permissions.filter_map(|it| task::need(&it, parameters, suffix)));
    }
}

/// Whether a `Resource` of a file is a placeholder of a function, as far as its name tells.
fn names_a_function(text: &str) -> bool {
    text.starts_with("${") && !text.to_ascii_lowercase().contains("activity")
}

/// The parameters of a state, a reader or a writer.
fn parameters<'t>(
    state: &'t State<'t>,
    node: &'t Node<'t>,
    references: &'t [Reference],
    own: &'t Own,
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
