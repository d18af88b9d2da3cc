//! The permissions that a state machine's role needs, read off its definition.
//!
//! An integration without a table in [`services`] gets no statement but a note: the
//! user adds `iam_role_statements`.

use super::policy::Policy;
use super::services::{self, Field, Form, Grant, Target, When};
use crate::object::{Object, get_att, reference, sub, text};
use crate::param::Attribute;
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
            let role = Field {
                name: "RoleArn",
                attribute: "Arn",
                forms: &[Form::Itself],
                arns: |arn| vec![arn.to_owned()],
            };
            let task = Task { parameters: Some(credentials), ..*self };
            return task.field(&role, &["sts:AssumeRole"], out);
        }
        match self.state.node.get("Resource").map(|resource| &resource.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                if let Some(function) = self.references.get(*number as usize) {
                    out.policy.allow(invoke, arns(function, "Arn", &[Form::Itself]));
                }
            }
            Some(Json::Hole(Hole::Integration(name))) => self.integration(name, out),
            Some(Json::String(arn)) => {
                let mut parts = arn.splitn(6, ':').skip(2);
                match (parts.next(), parts.next(), parts.next(), parts.next()) {
                    (Some("lambda"), ..) => {
                        out.policy.allow(invoke, services::function_arns(arn).into_iter().map(text));
                    }
                    (Some("states"), Some(""), Some(""), Some(name)) => self.integration(name, out),
                    // An activity's worker asks for its tasks: the machine needs no permission.
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn integration(&self, name: &str, out: &mut Derived) {
        let (name, pattern) = name.split_once('.').unwrap_or((name, ""));
        let Some(integration) = services::find(name) else {
            out.unknown.insert(format!("`{name}`"));
            return;
        };
        for grant in integration.grants {
            let needed = match grant.when {
                When::Always => true,
                When::Sync => pattern.starts_with("sync"),
                When::With(field) => self.parameters.is_some_and(|parameters| has(parameters, field)),
            };
            if needed {
                self.grant(grant, out);
            }
        }
    }

    fn grant(&self, grant: &Grant, out: &mut Derived) {
        for target in grant.on {
            match target {
                Target::Arn(arn) => out.policy.allow(grant.actions, [text(*arn)]),
                Target::Field(field) => self.field(field, grant.actions, out),
            }
        }
    }

    /// Allows the actions on what a parameter names; on everything if that is known at run time only.
    fn field(&self, field: &Field, actions: &[&str], out: &mut Derived) {
        let computed = |text: &str| self.state.language == QueryLanguage::Jsonata && text.starts_with("{%");
        let object = self.parameters.filter(|parameters| parameters.as_object().is_some());
        match object.and_then(|object| object.get(field.name)).map(|value| &value.json) {
            Some(Json::Hole(Hole::Reference(number))) => {
                if let Some(found) = self.references.get(*number as usize) {
                    out.policy.allow(actions, arns(found, field.attribute, field.forms));
                }
            }
            Some(Json::String(name)) if !computed(name) => {
                out.policy.allow(actions, (field.arns)(name).into_iter().map(text));
            }
            None if object.is_some_and(|object| !has(object, field.name)) => {}
            // Without parameters at all, the state's input is what the service gets.
            _ => {
                out.wide.insert(format!(
                    "the state `{}` computes its `{}`, so the role may {} on everything",
                    self.state.name.value,
                    field.name,
                    actions.join(", ")
                ));
                out.policy.allow(actions, ["*".into()]);
            }
        }
    }
}

/// Whether there is a parameter of that name, given or computed by a path.
fn has(parameters: &Node<'_>, name: &str) -> bool {
    parameters.get(name).is_some() || parameters.get(&format!("{name}.$")).is_some()
}

/// The ARN that a reference gives, or that the resource has as `attribute` if it gives something else
/// (a name); in each form.
fn arns(found: &Reference, attribute: &'static str, forms: &[Form]) -> Vec<Node<'static>> {
    let id = &found.logical_id;
    let attribute = match found.param.attribute {
        own if found.param.what.ends_with("ARN") => own,
        _ => Attribute::GetAtt(attribute),
    };
    let (arn, name) = match attribute {
        Attribute::GetAtt(attribute) => (get_att(id, attribute), format!("{id}.{attribute}")),
        Attribute::Ref => (reference(id), id.clone()),
    };
    let form = |form: &Form| match form {
        Form::Itself => arn.clone(),
        Form::With(suffix) => sub(format!("${{{name}}}{suffix}")),
        Form::Revisions => revisions(arn.clone()),
    };
    forms.iter().map(form).collect()
}

/// Every revision of what an ARN names: the same ARN with `*` for the last of its seven parts.
fn revisions(arn: Node<'static>) -> Node<'static> {
    let parts = Object::new().with("Fn::Split", Node::array([Node::from(":"), arn])).node();
    let name = Object::new().with("Fn::Select", Node::array([Node::from(5), parts])).node();
    let text = "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:${Name}:*";
    let names = Object::new().with("Name", name).node();
    Object::new().with("Fn::Sub", Node::array([Node::from(text), names])).node()
}
