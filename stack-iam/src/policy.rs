//! Policies with the fewest statements.

use stack_core::json::Object;
use stack_core::json::write;
use stack_core::json::{Json, Node};
use std::collections::HashMap;

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
    of_actions: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Statement {
    /// Sorted, and none twice.
    actions: Vec<String>,
    /// Each with its text; the same may stand there twice until statements are merged.
    resources: Vec<(String, Node<'static>)>,
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
        let mut statement = Statement { actions: Vec::new(), resources: Vec::new(), condition };
        for action in actions {
            statement.add_action(action);
        }
        for resource in resources {
            statement.resources.push((text_of(&resource), resource));
        }
        self.add(statement);
    }

    fn add(&mut self, statement: Statement) {
        let index = *self.of_actions.entry(statement.key_of_actions()).or_insert(self.statements.len());
        match self.statements.get_mut(index) {
            Some(same) => same.resources.extend(statement.resources),
            None => self.statements.push(statement),
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
            let statement = statement.without_doubles();
            let index = *of_resources.entry(statement.key_of_resources()).or_insert(merged.len());
            match merged.get_mut(index) {
                Some(same) => statement.actions.iter().for_each(|action| same.add_action(action)),
                None => merged.push(statement),
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
        let mut merged = self.merged();
        for statement in &mut merged {
            let mut resources = Vec::new();
            for index in order(statement.texts()) {
                resources.push(statement.resources[index].clone());
            }
            statement.resources = resources;
        }
        let mut texts = Vec::new();
        for statement in &merged {
            texts.push(text_of(&statement.node()));
        }
        let mut sorted = Policy::new();
        for index in order(texts) {
            let statement = merged[index].clone();
            sorted.of_actions.insert(statement.key_of_actions(), sorted.statements.len());
            sorted.statements.push(statement);
        }
        sorted
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
        let mut whole = 0;
        for statement in &statements {
            whole += size(&statement.node());
        }
        if whole <= room {
            return if statements.is_empty() { Vec::new() } else { vec![document(self.statements())] };
        }
        let mut parts = vec![Policy::new()];
        for statement in &statements {
            for resources in statement.resources.chunks(MAX_RESOURCES_TOGETHER) {
                let piece = Statement {
                    actions: statement.actions.clone(),
                    resources: resources.to_vec(),
                    condition: statement.condition.clone(),
                };
                let size = size(&piece.node());
                if size > room {
                    parts.push(Policy::new());
                    room = MANAGED;
                }
                room = room.saturating_sub(size);
                if let Some(part) = parts.last_mut() {
                    part.add(piece);
                }
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
        Json::Array(items) => {
            let mut sum = 2;
            for item in items {
                sum += 1 + size(item);
            }
            sum
        }
        Json::Object(members) => match members.as_slice() {
            [only] if only.key.value == "Ref" || only.key.value.starts_with("Fn::") => {
                MAX_UNKNOWN_ARN_CHARS + only.value.as_str().map_or(0, str::len)
            }
            _ => {
                let mut sum = 2;
                for member in members {
                    sum += 4 + member.key.value.len() + size(&member.value);
                }
                sum
            }
        },
        _ => text_of(node).len(),
    }
}

impl Statement {
    fn node(&self) -> Node<'static> {
        let mut resources = Vec::new();
        for (_, resource) in &self.resources {
            resources.push(resource.clone());
        }
        Object::new()
            .with("Effect", "Allow")
            .with("Action", self.action())
            .with("Resource", Node::array(resources))
            .maybe("Condition", self.condition.clone())
            .node()
    }

    fn action(&self) -> Node<'static> {
        Node::array(self.actions.iter().cloned())
    }

    fn add_action(&mut self, action: &str) {
        if let Err(place) = self.actions.binary_search_by(|known| known.as_str().cmp(action)) {
            self.actions.insert(place, action.to_owned());
        }
    }

    /// The same, with each resource once.
    fn without_doubles(&self) -> Self {
        let mut without = Statement {
            actions: self.actions.clone(),
            resources: Vec::new(),
            condition: self.condition.clone(),
        };
        let mut seen = HashMap::new();
        for (text, resource) in &self.resources {
            let next = without.resources.len();
            if *seen.entry(text.clone()).or_insert(next) == next {
                without.resources.push((text.clone(), resource.clone()));
            }
        }
        without
    }

    fn texts(&self) -> Vec<String> {
        self.resources.iter().map(|(text, _)| text.clone()).collect()
    }

    /// What statements of the same actions and the same condition have in common.
    fn key_of_actions(&self) -> String {
        text_of(&self.action()) + &self.text_of_condition()
    }

    /// What statements of the same resources and the same condition have in common.
    fn key_of_resources(&self) -> String {
        let mut texts = self.texts();
        texts.sort_unstable();
        texts.push(self.text_of_condition());
        texts.join("\n")
    }

    /// The condition as text; that of none is empty.
    fn text_of_condition(&self) -> String {
        self.condition.as_ref().map(text_of).unwrap_or_default()
    }
}

fn text_of(node: &Node<'_>) -> String {
    write::compact(node, &mut |_, _| {})
}

/// The indexes of texts that are all different, in the order of the texts. What is sorted is strings, here and in
/// `stack-cloudformation`, so that a sort is compiled once.
fn order(mut texts: Vec<String>) -> Vec<usize> {
    let mut index_of = HashMap::new();
    for (index, text) in texts.iter().enumerate() {
        index_of.insert(text.clone(), index);
    }
    texts.sort_unstable();
    texts.iter().filter_map(|text| index_of.get(text).copied()).collect()
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
