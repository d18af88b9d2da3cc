//! Objects put together member by member.

use super::{At, Json, Member, Node, Site};
use std::borrow::Cow;

/// An object in the making; members keep their order.
///
/// ```
/// use stack_core::json::Object;
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
