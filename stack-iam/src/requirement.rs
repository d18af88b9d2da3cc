//! What one state requires of the role, and what is known of the resources.

use crate::intrinsic::of_sub;
use crate::policy::Policy;
use stack_core::json::Node;
use stack_core::json::Object;
use std::borrow::Cow;

/// Permissions that a state requires together.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The state's name.
    pub state: String,
    /// IAM's actions.
    pub actions: Vec<String>,
    /// The resources, each of them.
    pub resources: Vec<Resource>,
    /// A condition of the statement.
    pub condition: Option<Node<'static>>,
    /// Whether the machine itself is named, which has to be there first.
    pub names_own_machine: bool,
}

/// A resource, or a pattern of resources.
#[derive(Clone, Debug)]
pub struct Resource {
    /// What stands in the policy.
    pub node: Node<'static>,
    /// The same as the text of a `Fn::Sub`.
    pub text: String,
    /// How well it is known.
    pub precision: Precision,
}

/// How well a resource is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Precision {
    /// It is the one, or the pattern of those that there may be.
    Exact,
    /// The parameter of that name says it at run time only, so that the pattern is wider than it should be.
    Dynamic(Cow<'static, str>),
    /// The parameter of that name was not understood, so that the pattern is wider than it should be.
    Unparsed(Cow<'static, str>),
    /// No parameter tells it; the text says what it is. The pattern is wider than it should be.
    Implicit(Cow<'static, str>),
}

impl Precision {
    /// Whether the pattern is wider than it should be.
    pub fn is_overbroad(&self) -> bool {
        *self != Precision::Exact
    }
}

impl Resource {
    /// The resource in the text of a `Fn::Sub`.
    pub(crate) fn new(text: String, precision: Precision) -> Self {
        Resource { node: of_sub(&text), text, precision }
    }

    /// Whether it is all resources that there are.
    pub fn is_all(&self) -> bool {
        self.text == "*"
    }
}

impl Requirement {
    /// Why resources are wider than they should be, and what that means; without the state's name.
    pub fn notes(&self) -> Vec<String> {
        let actions = match self.actions.as_slice() {
            [first, _, _, _, _, ..] => format!("{first} and {} more", self.actions.len() - 1),
            few => few.join(", "),
        };
        let mut reasons: Vec<&Precision> = Vec::new();
        for resource in &self.resources {
            if resource.precision.is_overbroad() && reasons.last() != Some(&&resource.precision) {
                reasons.push(&resource.precision);
            }
        }
        let note = |precision: &&Precision| {
            let why = match precision {
                Precision::Exact => return None,
                Precision::Dynamic(parameter) => format!("computes its `{parameter}`"),
                Precision::Unparsed(parameter) => format!("has a `{parameter}` that names no resource"),
                Precision::Implicit(omission) => format!("does not say {omission}"),
            };
            let overbroad = self.resources.iter().filter(|resource| resource.precision == **precision);
            let on: Vec<String> = overbroad.map(|resource| format!("`{}`", resource.text)).collect();
            Some(format!("{why}, so the role may {actions} on {}", on.join(", ")))
        };
        reasons.iter().filter_map(note).collect()
    }

    /// Adds the same with these actions and resources, if there are any.
    fn add_part(&self, actions: Vec<String>, resources: Vec<Resource>, out: &mut Vec<Requirement>) {
        if !actions.is_empty() && !resources.is_empty() {
            out.push(Requirement { actions, resources, ..self.clone() });
        }
    }

    fn allow(&self, policy: &mut Policy) {
        let actions: Vec<&str> = self.actions.iter().map(String::as_str).collect();
        let resources = self.resources.iter().map(|resource| resource.node.clone());
        policy.allow_if(&actions, resources, self.condition.clone());
    }
}

/// Puts what the user grants in the place of resources that are wider than they should be: pairs of an action and
/// a resource. Gives the actions that no state needs on such a resource.
pub fn apply_grants(
    requirements: &mut Vec<Requirement>,
    grants: &[(&'static str, Node<'static>)],
) -> Vec<&'static str> {
    let same = |action: &str, grant: &str| action.eq_ignore_ascii_case(grant);
    let overbroad = |it: &Requirement| it.resources.iter().any(|resource| resource.precision.is_overbroad());
    let mut unused: Vec<&str> = grants.iter().map(|(action, _)| *action).collect();
    unused.dedup();
    unused.retain(|grant| {
        !requirements.iter().any(|it| overbroad(it) && it.actions.iter().any(|action| same(action, grant)))
    });
    for requirement in std::mem::take(requirements) {
        let (mut overbroad, mut known) = (Vec::new(), Vec::new());
        for resource in &requirement.resources {
            let part = if resource.precision.is_overbroad() { &mut overbroad } else { &mut known };
            part.push(resource.clone());
        }
        let (mut granted, mut open) = (Vec::new(), Vec::new());
        for action in &requirement.actions {
            let is_granted = grants.iter().any(|(grant, _)| same(action, grant));
            let part = if is_granted { &mut granted } else { &mut open };
            part.push(action.clone());
        }
        if overbroad.is_empty() || granted.is_empty() {
            requirements.push(requirement);
            continue;
        }
        for action in granted {
            let mut exact = Vec::new();
            for (_, node) in grants.iter().filter(|(grant, _)| same(&action, grant)) {
                let (node, text) = (node.clone(), String::new());
                exact.push(Resource { node, text, precision: Precision::Exact });
            }
            requirement.add_part(vec![action], exact, requirements);
        }
        requirement.add_part(requirement.actions.clone(), known, requirements);
        requirement.add_part(open, overbroad, requirements);
    }
    unused
}

/// The policy for these requirements. Its statements do not depend on the order of the states.
pub fn policy<'n>(requirements: impl IntoIterator<Item = &'n Requirement>) -> Policy {
    let mut policy = Policy::new();
    for requirement in requirements {
        requirement.allow(&mut policy);
    }
    policy.sorted()
}

/// A condition with one operator.
pub(crate) fn condition(operator: &'static str, key: &'static str, value: Node<'static>) -> Object {
    Object::new().with(operator, Object::new().with(key, value))
}
