//! The permissions that a state machine's role needs, read off its definition.
//!
//! An integration without a table in [`services`] gets no statement but a note: the
//! user adds `iam_role_statements`.

use super::policy::Policy;
use super::services::{self, Field, Grant, Target, When};
use crate::object::{get_att, reference, sub, text};

use crate::template::Reference;
use stack_core::json::{Hole, Json, Node};
use stack_core::model::{Machine, QueryLanguage, State, StateKind};
use std::collections::BTreeSet;

/// What a definition needs.
#[derive(Debug, Default)]
pub(crate) struct Derived {
    /// What the role has to allow.
    pub(crate) policy: Policy,
    /// Permissions that are wider than they should be.
    pub(crate) wide: BTreeSet<String>,
    /// Permissions that are not known here.
    pub(crate) unknown: BTreeSet<String>,
}

impl Derived {
    /// The permissions for a machine whose references are these.
    pub(crate) fn new(machine: &Machine<'_>, references: &[Reference]) -> Self {
        let mut derived = Derived::default();
        for state in &machine.states {
            match state.kind {
                Some(StateKind::Task) => derived.task(state, references),
                Some(StateKind::Map) => derived.map(state),
                _ => {}
            }
        }
        derived
    }

    fn task(&mut self, state: &State<'_>, references: &[Reference]) {
        let resource = state.node.get("Resource");
        // With credentials the other role does the work, and this one only takes it.
        if let Some(credentials) = state.node.get("Credentials") {
            let role = Field {
                name: "RoleArn",
                attribute: Some("Arn"),
                suffixes: &[""],
                arns: |arn| vec![arn.into()],
            };
            return self.field(state, credentials, &role, &["sts:AssumeRole"], references);
        }
        match resource.map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                let Some(function) = references.get(*number as usize) else { return };
                let arns = with_suffixes(&function.logical_id, Some("Arn"), &["", ":*"]);
                self.policy.allow(&["lambda:InvokeFunction"], arns);
            }
            Some(Json::Hole(Hole::Integration(name))) => self.integration(state, name, references),
            Some(Json::String(arn)) => {
                let mut parts = arn.splitn(6, ':').skip(2);
                match (parts.next(), parts.next(), parts.next(), parts.next()) {
                    (Some("lambda"), ..) => {
                        let arns = services::function_arns(arn).into_iter().map(Node::from);
                        self.policy.allow(&["lambda:InvokeFunction"], arns);
                    }
                    (Some("states"), Some(""), Some(""), Some(name)) => {
                        self.integration(state, name, references)
                    }
                    // An activity's worker asks for its tasks: the machine needs no permission.
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn integration(&mut self, state: &State<'_>, name: &str, references: &[Reference]) {
        let (name, pattern) = name.split_once('.').unwrap_or((name, ""));
        let Some(integration) = services::find(name) else {
            self.unknown.insert(format!("`{name}`"));
            return;
        };
        let parameters = match state.language {
            QueryLanguage::JsonPath => state.node.get("Parameters"),
            QueryLanguage::Jsonata => state.node.get("Arguments"),
        };
        let Some(parameters) = parameters else { return };
        for grant in integration.grants {
            let needed = match grant.when {
                When::Always => true,
                When::Sync => pattern.starts_with("sync"),
                When::With(field) => has(parameters, field),
            };
            if needed {
                self.grant(state, parameters, grant, references);
            }
        }
    }

    fn grant(&mut self, state: &State<'_>, parameters: &Node<'_>, grant: &Grant, references: &[Reference]) {
        for target in grant.on {
            match target {
                Target::Arn(arn) => self.policy.allow(grant.actions, [text(*arn)]),
                Target::Field(field) => self.field(state, parameters, field, grant.actions, references),
            }
        }
    }

    /// Allows the actions on what a parameter names; on everything if that is known at run time only.
    fn field(
        &mut self,
        state: &State<'_>,
        parameters: &Node<'_>,
        field: &Field,
        actions: &[&str],
        references: &[Reference],
    ) {
        let computed = |text: &str| state.language == QueryLanguage::Jsonata && text.starts_with("{%");
        match parameters.get(field.name).map(|value| &value.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                let Some(found) = references.get(*number as usize) else { return };
                self.policy.allow(actions, with_suffixes(&found.logical_id, field.attribute, field.suffixes));
            }
            Some(Json::String(name)) if !computed(name) => {
                self.policy.allow(actions, (field.arns)(name).into_iter().map(text));
            }
            None if !has(parameters, field.name) && parameters.as_object().is_some() => {}
            _ => {
                self.wide.insert(format!(
                    "the state `{}` computes its `{}`, so the role may {} on everything",
                    state.name.value,
                    field.name,
                    actions.join(", ")
                ));
                self.policy.allow(actions, ["*".into()]);
            }
        }
    }

    fn map(&mut self, state: &State<'_>) {
        let processor =
            state.node.get("ItemProcessor").and_then(|processor| processor.get("ProcessorConfig"));
        let mode = processor.and_then(|config| config.get("Mode")).and_then(Node::as_str);
        if mode == Some("DISTRIBUTED") {
            self.unknown.insert(format!("the distributed map `{}`", state.name.value));
        }
    }
}

/// Whether there is a parameter of that name, given or computed by a path.
fn has(parameters: &Node<'_>, name: &str) -> bool {
    parameters.get(name).is_some() || parameters.get(&format!("{name}.$")).is_some()
}

/// A resource's ARN with each suffix.
fn with_suffixes(id: &str, attribute: Option<&'static str>, suffixes: &[&str]) -> Vec<Node<'static>> {
    let place = attribute.map_or(id.to_owned(), |attribute| format!("{id}.{attribute}"));
    let arn = |suffix: &&str| match (suffix.is_empty(), attribute) {
        (true, Some(attribute)) => get_att(id, attribute),
        (true, None) => reference(id),
        (false, _) => sub(format!("${{{place}}}{suffix}")),
    };
    suffixes.iter().map(arn).collect()
}
