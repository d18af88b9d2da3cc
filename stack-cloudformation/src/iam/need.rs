//! What one state needs of the role, and what is known of the resources.

use super::Policy;
use crate::object::{Object, get_att, reference, sub};
use stack_core::json::Node;

/// Permissions that a state needs together.
#[derive(Clone, Debug)]
pub struct Need {
    /// The state's name.
    pub state: String,
    /// IAM's actions.
    pub actions: Vec<String>,
    /// The resources, each of them.
    pub resources: Vec<Resource>,
    /// A condition of the statement.
    pub condition: Option<Node<'static>>,
    /// Whether the machine itself is named, which has to be there first.
    pub own: bool,
}

/// A resource, or a pattern of resources.
#[derive(Clone, Debug)]
pub struct Resource {
    /// What stands in the policy.
    pub node: Node<'static>,
    /// The same as the text of a `Fn::Sub`.
    pub text: String,
    /// How well it is known.
    pub width: Width,
}

/// How well a resource is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// It is the one, or the pattern of those that there may be.
    Exact,
    /// The parameter of that name says it at run time only, so that the pattern is wider than it should be.
    Computed(&'static str),
    /// The parameter of that name was not understood, so that the pattern is wider than it should be.
    Unread(&'static str),
    /// No parameter tells it; the text says what it is. The pattern is wider than it should be.
    Unseen(&'static str),
}

impl Width {
    /// Whether the pattern is wider than it should be.
    pub fn is_wide(self) -> bool {
        self != Width::Exact
    }
}

impl Resource {
    /// The resource in the text of a `Fn::Sub`.
    pub(super) fn new(text: String, width: Width) -> Self {
        Resource { node: node(&text), text, width }
    }

    /// Whether it is all resources that there are.
    pub fn is_all(&self) -> bool {
        self.text == "*"
    }
}

impl Need {
    /// Why resources are wider than they should be, and what that means; without the state's name.
    pub fn notes(&self) -> Vec<String> {
        let actions = match self.actions.as_slice() {
            [first, _, _, _, _, ..] => format!("{first} and {} more", self.actions.len() - 1),
            few => few.join(", "),
        };
        let mut reasons: Vec<Width> = self.resources.iter().map(|resource| resource.width).collect();
        reasons.retain(|width| width.is_wide());
        reasons.dedup();
        let note = |width: &Width| {
            let why = match width {
                Width::Exact => return None,
                Width::Computed(parameter) => format!("computes its `{parameter}`"),
                Width::Unread(parameter) => format!("has a `{parameter}` that names no resource"),
                Width::Unseen(what) => format!("does not say {what}"),
            };
            let wide = self.resources.iter().filter(|resource| resource.width == *width);
            let on: Vec<String> = wide.map(|resource| format!("`{}`", resource.text)).collect();
            Some(format!("{why}, so the role may {actions} on {}", on.join(", ")))
        };
        reasons.iter().filter_map(note).collect()
    }

    fn part(&self, actions: Vec<String>, resources: Vec<Resource>) -> Option<Need> {
        let some = !actions.is_empty() && !resources.is_empty();
        some.then(|| Need { actions, resources, ..self.clone() })
    }
}

/// Puts what the user grants in the place of resources that are wider than they should be: pairs of an action and
/// a resource. Gives the actions that nobody needs on such a resource.
pub(crate) fn grant(needs: &mut Vec<Need>, grants: &[(&'static str, Node<'static>)]) -> Vec<&'static str> {
    let same = |action: &str, grant: &str| action.eq_ignore_ascii_case(grant);
    let wide = |need: &Need| need.resources.iter().any(|resource| resource.width.is_wide());
    let mut unused: Vec<&str> = grants.iter().map(|(action, _)| *action).collect();
    unused.dedup();
    unused.retain(|grant| {
        !needs.iter().any(|need| wide(need) && need.actions.iter().any(|action| same(action, grant)))
    });
    let replace = |need: Need| {
        let (wide, known): (Vec<_>, Vec<_>) =
            need.resources.iter().cloned().partition(|resource| resource.width.is_wide());
        let (granted, open): (Vec<_>, Vec<_>) = need
            .actions
            .iter()
            .cloned()
            .partition(|action| grants.iter().any(|(grant, _)| same(action, grant)));
        if wide.is_empty() || granted.is_empty() {
            return vec![need];
        }
        let exact = granted.into_iter().filter_map(|action| {
            let resources = grants.iter().filter(|(grant, _)| same(&action, grant));
            let resource = |(_, node): &(_, Node<'static>)| Resource {
                node: node.clone(),
                text: String::new(),
                width: Width::Exact,
            };
            need.part(vec![action.clone()], resources.map(resource).collect())
        });
        let rest = [need.part(need.actions.clone(), known), need.part(open, wide)];
        exact.chain(rest.into_iter().flatten()).collect()
    };
    *needs = std::mem::take(needs).into_iter().flat_map(replace).collect();
    unused
}

/// The policy for these needs. Its statements do not depend on the order of the states.
pub fn policy<'n>(needs: impl IntoIterator<Item = &'n Need>) -> Policy {
    let mut policy = Policy::new();
    for need in needs {
        let actions: Vec<&str> = need.actions.iter().map(String::as_str).collect();
        let resources = need.resources.iter().map(|resource| resource.node.clone());
        policy.allow_if(&actions, resources, need.condition.clone());
    }
    policy.sorted()
}

/// The value of a `Fn::Sub` of that text, written as simply as it can be.
pub(super) fn node(text: &str) -> Node<'static> {
    let whole = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
    match whole.filter(|name| !name.contains(['$', '!', '{', '*', '?'])) {
        Some(name) => match name.split_once('.') {
            Some((id, attribute)) => get_att(id, attribute),
            None => reference(name),
        },
        // A `${!` alone is no variable.
        None if text.replace("${!", "").contains("${") => sub(text),
        None => text.replace("${!", "${").into(),
    }
}

/// A condition with one operator.
pub(super) fn condition(operator: &'static str, key: &'static str, value: Node<'static>) -> Object {
    Object::new().with(operator, Object::new().with(key, value))
}
