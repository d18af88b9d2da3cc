//! Policies with the fewest statements.

use stack_core::json::Object;
use stack_core::json::write;
use stack_core::json::{Json, Node};
use std::collections::{BTreeSet, HashMap};

/// What a role allows. Statements that can be one become one; the order is that of the calls.
///
/// ```
/// use stack_iam::Policy;
/// let mut policy = Policy::new();
/// policy.allow(&["s3:PutObject"], ["arn:aws:s3:::b/*".into()]);
/// policy.allow(&["s3:GetObject"], ["arn:aws:s3:::b/*".into()]);
/// assert_eq!(policy.statements().len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Policy {
    statements: Vec<Statement>,
    /// Which statement is that of these actions on that condition, to find it fast.
    of_actions: HashMap<(BTreeSet<String>, String), usize>,
}

#[derive(Clone, Debug)]
struct Statement {
    actions: BTreeSet<String>,
    resources: Vec<Node<'static>>,
    /// The resources as text, to find doubles fast.
    seen: BTreeSet<String>,
    condition: Option<Node<'static>>,
}

impl Policy {
    /// A policy that allows nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows the actions, such as `s3:GetObject`, on the resources: ARNs, `*`, or intrinsics that give one.
    pub fn allow(&mut self, actions: &[&str], resources: impl IntoIterator<Item = Node<'static>>) {
        self.allow_if(actions, resources, None);
    }

    /// As [`allow`](Self::allow), if a condition holds: `{"StringEquals": {..}}`.
    pub fn allow_if(
        &mut self,
        actions: &[&str],
        resources: impl IntoIterator<Item = Node<'static>>,
        condition: Option<Node<'static>>,
    ) {
        let actions: BTreeSet<String> = actions.iter().map(|&action| action.to_owned()).collect();
        let key = (actions.clone(), text_of(&condition));
        let index = *self.of_actions.entry(key).or_insert(self.statements.len());
        if index == self.statements.len() {
            let (resources, seen) = (Vec::new(), BTreeSet::new());
            self.statements.push(Statement { actions, resources, seen, condition });
        }
        let statement = &mut self.statements[index];
        for resource in resources {
            if statement.seen.insert(write::compact(&resource, &mut |_, _| {})) {
                statement.resources.push(resource);
            }
        }
    }

    /// Whether it allows nothing.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    /// The statements, those of the same resources made one.
    pub fn statements(&self) -> Vec<Node<'static>> {
        self.merged().iter().map(Statement::node).collect()
    }

    fn merged(&self) -> Vec<Statement> {
        let mut merged: Vec<Statement> = Vec::new();
        let mut of_resources = HashMap::new();
        for statement in &self.statements {
            let key = (&statement.seen, text_of(&statement.condition));
            let index = *of_resources.entry(key).or_insert(merged.len());
            match merged.get_mut(index) {
                Some(old) => old.actions.extend(statement.actions.iter().cloned()),
                None => merged.push(statement.clone()),
            }
        }
        merged
    }

    /// The whole as one document, however long.
    pub fn document(&self) -> Node<'static> {
        document(self.statements())
    }

    /// The same policy in an order that does not depend on that of the calls.
    pub(crate) fn sorted(&self) -> Self {
        let mut statements = self.merged();
        for statement in &mut statements {
            statement.resources.sort_by_cached_key(|resource| write::compact(resource, &mut |_, _| {}));
        }
        statements.sort_by_cached_key(|statement| write::compact(&statement.node(), &mut |_, _| {}));
        let key = |it: &Statement| (it.actions.clone(), text_of(&it.condition));
        let of_actions = statements.iter().map(key).zip(0..).collect();
        Policy { statements, of_actions }
    }

    /// The policy documents: one for the role itself, and where that would be too long for IAM, more
    /// for managed policies.
    pub fn documents(&self) -> Vec<Node<'static>> {
        self.parts(INLINE)
    }

    /// The documents of managed policies.
    pub fn managed(&self) -> Vec<Node<'static>> {
        self.parts(MANAGED)
    }

    /// Documents of so many characters, the first of `room`.
    fn parts(&self, mut room: usize) -> Vec<Node<'static>> {
        let statements = self.merged();
        if statements.iter().map(|statement| size(&statement.node())).sum::<usize>() <= room {
            return if statements.is_empty() { Vec::new() } else { vec![document(self.statements())] };
        }
        let mut parts = vec![Policy::new()];
        for (statement, resources) in statements.iter().flat_map(Statement::pieces) {
            let size = size(&statement.with(resources).node());
            if size > room {
                parts.push(Policy::new());
                room = MANAGED;
            }
            room = room.saturating_sub(size);
            if let Some(part) = parts.last_mut() {
                let actions: Vec<&str> = statement.actions.iter().map(String::as_str).collect();
                part.allow_if(&actions, resources.iter().cloned(), statement.condition.clone());
            }
        }
        parts.iter().map(|part| document(part.statements())).collect()
    }
}

/// The characters of a role's inline policy and of a managed one (10,240 and 6,144), less those
/// around the statements.
const INLINE: usize = 10_000;
const MANAGED: usize = 6_000;
/// The most that an ARN has of which only the deployment knows the text.
const MAX_UNKNOWN_ARN_CHARS: usize = 140;
/// How many resources of a statement stay together.
const MAX_RESOURCES_TOGETHER: usize = 8;

/// The characters that a value has at most once its intrinsics are resolved.
fn size(node: &Node<'_>) -> usize {
    match &node.json {
        Json::Array(items) => 2 + items.iter().map(|item| 1 + size(item)).sum::<usize>(),
        Json::Object(members) => match members.as_slice() {
            [only] if only.key.value == "Ref" || only.key.value.starts_with("Fn::") => {
                MAX_UNKNOWN_ARN_CHARS + only.value.as_str().map_or(0, str::len)
            }
            _ => {
                2 + members
                    .iter()
                    .map(|member| 4 + member.key.value.len() + size(&member.value))
                    .sum::<usize>()
            }
        },
        _ => write::compact(node, &mut |_, _| {}).len(),
    }
}

impl Statement {
    fn node(&self) -> Node<'static> {
        Object::new()
            .with("Effect", "Allow")
            .with("Action", Node::array(self.actions.iter().cloned()))
            .with("Resource", Node::array(self.resources.iter().cloned()))
            .maybe("Condition", self.condition.clone())
            .node()
    }

    fn pieces(&self) -> impl Iterator<Item = (&Self, &[Node<'static>])> {
        self.resources.chunks(MAX_RESOURCES_TOGETHER).map(move |resources| (self, resources))
    }

    fn with(&self, resources: &[Node<'static>]) -> Self {
        Statement { resources: resources.to_vec(), seen: BTreeSet::new(), ..self.clone() }
    }
}

/// A condition as text; that of none is empty.
fn text_of(condition: &Option<Node<'static>>) -> String {
    condition.as_ref().map(|condition| write::compact(condition, &mut |_, _| {})).unwrap_or_default()
}

pub(crate) fn document(statements: Vec<Node<'static>>) -> Node<'static> {
    Object::new().with("Version", "2012-10-17").with("Statement", Node::array(statements)).node()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(policy: &Policy) -> String {
        write::compact(&Node::array(policy.statements()), &mut |_, _| {})
    }

    #[test]
    fn the_same_actions_share_a_statement() {
        let mut policy = Policy::new();
        policy.allow(&["a:Y", "a:X"], ["r1".into()]);
        policy.allow(&["a:X", "a:Y"], ["r2".into(), "r1".into()]);
        assert_eq!(text(&policy), r#"[{"Effect":"Allow","Action":["a:X","a:Y"],"Resource":["r1","r2"]}]"#);
    }

    #[test]
    fn the_same_resources_share_a_statement() {
        let mut policy = Policy::new();
        policy.allow(&["a:Y"], ["*".into()]);
        policy.allow(&["b:X"], ["r".into()]);
        policy.allow(&["a:X"], ["*".into()]);
        assert_eq!(
            text(&policy),
            r#"[{"Effect":"Allow","Action":["a:X","a:Y"],"Resource":["*"]},{"Effect":"Allow","Action":["b:X"],"Resource":["r"]}]"#
        );
    }

    #[test]
    fn a_long_policy_becomes_several_that_iam_takes() {
        let mut policy = Policy::new();
        let arn = |i: usize| crate::intrinsic::get_att(format!("F{i}Function"), "Arn");
        policy.allow(&["lambda:InvokeFunction"], (0..200).map(arn));
        policy.allow(&["s3:GetObject"], ["*".into()]);
        let documents = policy.documents();
        assert!(documents.len() > 3 && documents.len() < 8, "{}", documents.len());
        for (i, document) in documents.iter().enumerate() {
            assert!(size(document) <= if i == 0 { 10_240 } else { 6_144 }, "{}", size(document));
        }
        let all: usize = documents
            .iter()
            .flat_map(|document| document.get("Statement").and_then(Node::as_array).unwrap())
            .map(|statement| statement.get("Resource").and_then(Node::as_array).unwrap().len())
            .sum();
        assert_eq!(all, 201);
    }

    #[test]
    fn a_condition_keeps_statements_apart() {
        let mut policy = Policy::new();
        policy.allow(&["a:X"], ["*".into()]);
        policy.allow_if(&["a:X"], ["*".into()], Some(Object::new().with("Bool", Object::new()).node()));
        assert_eq!(policy.statements().len(), 2);
    }
}
