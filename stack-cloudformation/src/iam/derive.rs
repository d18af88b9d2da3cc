//! The permissions that a state machine's role needs, read off its definition.
//!
//! An integration that [`stack_core::services`] has no grants for gets no statement but a note: the
//! user adds `iam_role_statements`.

use super::policy::Policy;
use crate::object::{Object, get_att, reference, sub, text};
use crate::param::Attribute;
use crate::template::Reference;
use stack_core::json::{Hole, Json, Node};
use stack_core::model::{Machine, QueryLanguage, State, StateKind};
use stack_core::services;
use stack_core::services::grant::{Condition, Form, Grant, Named, On, When};
use std::collections::BTreeSet;

/// What a definition needs.
#[derive(Debug, Default)]
pub(crate) struct Derived {
    /// What the role has to allow.
    pub(crate) policy: Policy,
    /// Permissions that are wider than they should be.
    pub(crate) wide: BTreeSet<String>,
    /// What needs permissions that are not known here.
    pub(crate) unknown: BTreeSet<String>,
}

/// A task, and where its references lead.
struct Task<'t> {
    state: &'t State<'t>,
    parameters: Option<&'t Node<'t>>,
    references: &'t [Reference],
}

impl Derived {
    /// The permissions for a machine whose references are these.
    pub(crate) fn new(machine: &Machine<'_>, references: &[Reference]) -> Self {
        let mut derived = Derived::default();
        for state in &machine.states {
            match state.kind {
                Some(StateKind::Task) => {
                    let parameters = match state.language {
                        QueryLanguage::JsonPath => state.node.get("Parameters"),
                        QueryLanguage::Jsonata => state.node.get("Arguments"),
                    };
                    Task { state, parameters, references }.needs(&mut derived);
                }
                Some(StateKind::Map) => derived.map(state),
                _ => {}
            }
        }
        derived
    }

    fn map(&mut self, state: &State<'_>) {
        let config = state.node.get("ItemProcessor").and_then(|processor| processor.get("ProcessorConfig"));
        let mode = config.and_then(|config| config.get("Mode")).and_then(Node::as_str);
        if mode == Some("DISTRIBUTED") {
            self.unknown.insert(format!("the distributed map `{}`", state.name.value));
        }
    }
}

impl Task<'_> {
    fn needs(&self, out: &mut Derived) {
        let invoke = &["lambda:InvokeFunction"];
        // With credentials the other role does the work, and this one only takes it.
        if let Some(credentials) = self.state.node.get("Credentials") {
            let task = Task { parameters: Some(credentials), ..*self };
            return task.grant(&ROLE, out);
        }
        match self.state.node.get("Resource").map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                // An activity's worker asks for its tasks: the machine needs no permission.
                let functions = |found: &&Reference| found.param.what != services::names::ACTIVITY_ARN;
                if let Some(function) = self.references.get(*number as usize).filter(functions) {
                    out.policy.allow(invoke, [arn(function, Form::Itself)]);
                }
            }
            Some(Json::Hole(Hole::Integration(name))) => self.integration(name, out),
            Some(Json::String(arn)) => {
                if let Some(name) = services::of_arn(arn) {
                    self.integration(name, out);
                } else if arn.split(':').nth(2) == Some("lambda") {
                    out.policy.allow(invoke, services::function_arns(arn).into_iter().map(text));
                }
            }
            _ => {}
        }
    }

    fn integration(&self, name: &str, out: &mut Derived) {
        let (name, suffix) = services::split(name);
        let Some(action) = services::action(name).filter(|action| !action.grants.is_empty()) else {
            out.unknown.insert(format!("`{name}`"));
            return;
        };
        for grant in action.grants {
            let needed = match grant.when {
                When::Always => true,
                When::Sync => suffix.starts_with("sync"),
                When::With(field) => self.parameters.is_some_and(|parameters| has(parameters, field)),
            };
            if needed {
                self.grant(grant, out);
            }
        }
    }

    fn grant(&self, grant: &Grant, out: &mut Derived) {
        let resources = grant.on.iter().flat_map(|on| match on {
            On::Arn(arn) => vec![text(*arn)],
            On::Named(named) => self.named(named, grant.actions, &mut out.wide),
        });
        let resources: Vec<_> = resources.collect();
        if !resources.is_empty() {
            out.policy.allow_if(grant.actions, resources, condition(grant.condition));
        }
    }

    /// What a parameter names; all it may name if that is known at run time only.
    fn named(&self, named: &Named, actions: &[&str], wide: &mut BTreeSet<String>) -> Vec<Node<'static>> {
        let computed = |text: &str| self.state.language == QueryLanguage::Jsonata && text.starts_with("{%");
        let object = self.parameters.filter(|parameters| parameters.as_object().is_some());
        match object.and_then(|object| object.get(named.parameter)).map(|value| &value.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                let found = self.references.get(*number as usize);
                found.map(|found| arn(found, named.form)).into_iter().collect()
            }
            Some(Json::String(name)) if !computed(name) => (named.arns)(name).into_iter().map(text).collect(),
            None if object.is_some_and(|object| !has(object, named.parameter)) => Vec::new(),
            // Without parameters at all, the state's input is what the service gets.
            _ => {
                wide.insert(format!(
                    "the state `{}` computes its `{}`, so the role may {} on `{}`",
                    self.state.name.value,
                    named.parameter,
                    actions.join(", "),
                    named.otherwise,
                ));
                vec![text(named.otherwise)]
            }
        }
    }
}

/// The role that a task takes.
const ROLE: Grant = Grant::new(
    &["sts:AssumeRole"],
    &[On::Named(Named {
        parameter: "RoleArn",
        arns: |arn| vec![arn.to_owned()],
        form: Form::Itself,
        otherwise: "*",
    })],
);

fn condition(condition: Condition) -> Option<Node<'static>> {
    match condition {
        Condition::None => None,
        Condition::PassedTo(service) => {
            let passed = Object::new().with("iam:PassedToService", service);
            Some(Object::new().with("StringEquals", passed).node())
        }
    }
}

/// Whether there is a parameter of that name, given or computed by a path.
fn has(parameters: &Node<'_>, name: &str) -> bool {
    parameters.get(name).is_some() || parameters.get(&format!("{name}.$")).is_some()
}

/// The ARN of what a reference names, in that form.
fn arn(found: &Reference, form: Form) -> Node<'static> {
    let id = &found.logical_id;
    let (arn, name) = match found.param.arn {
        Attribute::GetAtt(attribute) => (get_att(id, attribute), format!("{id}.{attribute}")),
        Attribute::Ref => (reference(id), id.clone()),
    };
    match form {
        Form::Itself => arn,
        Form::With(suffix) => sub(format!("${{{name}}}{suffix}")),
        Form::Revisions => revisions(arn),
    }
}

/// Every revision of what an ARN names: the same ARN with `*` for the last of its seven parts.
pub(crate) fn revisions(arn: Node<'static>) -> Node<'static> {
    let parts = Object::new().with("Fn::Split", Node::array([Node::from(":"), arn])).node();
    let name = Object::new().with("Fn::Select", Node::array([Node::from(5), parts])).node();
    let text = "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:${Name}:*";
    let names = Object::new().with("Name", name).node();
    Object::new().with("Fn::Sub", Node::array([Node::from(text), names])).node()
}
