//! Objects of CloudFormation properties, put together member by member.

use crate::param::Attribute;
use stack_core::json::{At, Json, Member, Node, Site};
use std::borrow::Cow;

/// An object in the making; members keep their order.
///
/// ```
/// use stack_cloudformation::object::Object;
/// let size: Option<i64> = None;
/// let properties = Object::new().with("Timeout", 20).maybe("MemorySize", size);
/// assert_eq!(properties.node(), Object::new().with("Timeout", 20).node());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Object(Vec<Member<'static>>);

impl Object {
    /// An object without members.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a member.
    pub fn with(mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Node<'static>>) -> Self {
        self.push(key, value);
        self
    }

    /// Adds a member if there is a value.
    pub fn maybe(self, key: &'static str, value: Option<impl Into<Node<'static>>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds a member.
    pub fn push(&mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Node<'static>>) {
        let key = At { value: key.into(), site: Site::NONE };
        self.0.push(Member { key, value: value.into() });
    }

    /// Adds the members of another object.
    pub fn and(mut self, other: Object) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether it has no members.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object, if it has members.
    pub fn filled(self) -> Option<Node<'static>> {
        (!self.0.is_empty()).then(|| self.node())
    }

    /// The object.
    pub fn node(self) -> Node<'static> {
        Json::Object(self.0).into()
    }
}

impl From<Object> for Node<'static> {
    fn from(object: Object) -> Self {
        object.node()
    }
}

/// `{"Ref": id}`
pub fn reference(id: impl Into<String>) -> Node<'static> {
    Object::new().with("Ref", id.into()).node()
}

/// `{"Fn::GetAtt": [id, attribute]}`
pub fn get_att(id: impl Into<String>, attribute: &str) -> Node<'static> {
    Object::new().with("Fn::GetAtt", Node::array([id.into(), attribute.to_owned()])).node()
}

/// `{"Fn::Sub": text}`: every `${Id}` and `${Id.Attribute}` in it is filled in by CloudFormation.
pub fn sub(text: impl Into<String>) -> Node<'static> {
    Object::new().with("Fn::Sub", text.into()).node()
}

/// The text, in a `Fn::Sub` if it names something of the deployment, such as `${AWS::Partition}`.
/// Any other `${`, such as that of a policy variable, stays as it is.
pub fn text(text: impl Into<String>) -> Node<'static> {
    let text = text.into();
    if !text.contains(PSEUDO) {
        return text.into();
    }
    sub(substituted(&text))
}

/// The text as it has to stand in a `Fn::Sub` that fills in only what every deployment has.
pub(crate) fn substituted(text: &str) -> String {
    let parts: Vec<String> = text.split(PSEUDO).map(literal).collect();
    parts.join(PSEUDO)
}

/// A text as in a `Fn::Sub`, in the simplest form: `Ref` or `Fn::GetAtt` for a single `${..}`.
pub(crate) fn whole(text: String) -> Node<'static> {
    if !text.replace("${!", "").contains("${") {
        return text.replace("${!", "${").into();
    }
    let single = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
    match single.filter(|name| !name.contains('$')) {
        Some(name) => match name.split_once('.') {
            Some((id, attribute)) => get_att(id, attribute),
            None => reference(name),
        },
        None => sub(text),
    }
}

/// An attribute as it stands in a `Fn::Sub`: `${OrdersQueue.Arn}`.
pub(crate) fn sub_text(id: &str, attribute: Attribute) -> String {
    match attribute {
        Attribute::Ref => format!("${{{id}}}"),
        Attribute::GetAtt(attribute) => format!("${{{id}.{attribute}}}"),
    }
}

/// How the parameters start that every deployment has.
pub(crate) const PSEUDO: &str = "${AWS::";

/// The text as `Fn::Sub` gives it unchanged: a `${` in it is written `${!`.
pub(crate) fn literal(text: &str) -> String {
    text.replace("${", "${!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_deployment_has_is_filled_in() {
        assert_eq!(text("arn:aws:s3:::b/${aws:username}"), "arn:aws:s3:::b/${aws:username}".into());
        assert_eq!(
            text("arn:${AWS::Partition}:s3:::b/${aws:username}"),
            sub("arn:${AWS::Partition}:s3:::b/${!aws:username}")
        );
    }
}
