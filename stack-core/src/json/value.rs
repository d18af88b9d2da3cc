//! The project's own JSON value: ordered, with places, and with numbers kept as they were written.
//!
//! A value of `serde_json` would not do: features that any crate of the user's build turns on
//! (`preserve_order`, `arbitrary_precision`) change what it prints, and it has no places.

use crate::json::{At, Site};
use std::borrow::Cow;

/// A JSON value and the place where it was written.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// The value.
    pub json: Json<'a>,
    /// Where it was written.
    pub site: Site,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, digit for digit as it was written; always of JSON's number grammar.
    Number(Cow<'a, str>),
    /// A string, unescaped.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Node<'a>>),
    /// An object, in the order of the source. May hold one key twice: rules need to see that.
    Object(Vec<Member<'a>>),
    /// A value that is not known yet.
    Hole(Hole<'a>),
    /// What could not be read. It was reported where it stands, so rules are silent about it.
    ///
    /// As an item of an array, or in a member with an empty key ([`Member::unread`]),
    /// it says that more may have stood there.
    Broken,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// The key, unescaped.
    pub key: At<Cow<'a, str>>,
    /// The value.
    pub value: Node<'a>,
}

/// A value that is filled in later. The number is the reader's own, an index into its table.
#[derive(Clone, Debug, PartialEq)]
pub enum Hole<'a> {
    /// A resource's parameter: a string once the stack is deployed.
    Reference(u32),
    /// A service integration without its ARN, such as `batch:submitJob.sync`: a string,
    /// the integration's ARN in the deployment's own partition.
    Integration(Cow<'a, str>),
    /// A text in which references stand: a string.
    Text(u32),
    /// A Rust expression: any JSON value.
    Expression(u32),
}

impl Member<'_> {
    /// Stands for members that could not be read: rules then miss nothing in the object.
    pub fn unread(site: Site) -> Self {
        Member { key: At { value: "".into(), site }, value: Node::new(Json::Broken, site) }
    }

    /// Whether it stands for members that could not be read.
    pub fn is_unread(&self) -> bool {
        matches!(self.value.json, Json::Broken) && self.key.value.is_empty()
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl<'a> Node<'a> {
    /// A value at a place.
    pub fn new(json: Json<'a>, site: Site) -> Self {
        Node { json, site }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.json {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// The members of an object.
    pub fn as_object(&self) -> Option<&[Member<'a>]> {
        match &self.json {
            Json::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The items of an array.
    pub fn as_array(&self) -> Option<&[Node<'a>]> {
        match &self.json {
            Json::Array(items) => Some(items),
            _ => None,
        }
    }

    /// Whether something of it could not be read, itself or among its direct members or items.
    pub fn is_partial(&self) -> bool {
        match &self.json {
            Json::Broken => true,
            Json::Array(items) => items.iter().any(|item| matches!(item.json, Json::Broken)),
            Json::Object(members) => members.iter().any(Member::is_unread),
            _ => false,
        }
    }

    /// The value of an object's first member of that name.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.member(key).map(|member| &member.value)
    }

    /// An object's first member of that name.
    pub fn member(&self, key: &str) -> Option<&Member<'a>> {
        self.as_object()?.iter().find(|member| member.key.value == key)
    }

    /// An object with these members, at no place.
    pub fn object<K: Into<Cow<'a, str>>>(members: impl IntoIterator<Item = (K, Node<'a>)>) -> Self {
        let member = |(key, value): (K, _)| Member { key: At { value: key.into(), site: Site::NONE }, value };
        Json::Object(members.into_iter().map(member).collect()).into()
    }

    /// An array of these items, at no place.
    pub fn array<T: Into<Node<'a>>>(items: impl IntoIterator<Item = T>) -> Self {
        Json::Array(items.into_iter().map(Into::into).collect()).into()
    }
}

impl<'a> From<Json<'a>> for Node<'a> {
    fn from(json: Json<'a>) -> Self {
        Node { json, site: Site::NONE }
    }
}

impl<'a> From<&'a str> for Node<'a> {
    fn from(text: &'a str) -> Self {
        Json::String(text.into()).into()
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Json::String(text.into()).into()
    }
}

impl From<bool> for Node<'_> {
    fn from(value: bool) -> Self {
        Json::Bool(value).into()
    }
}

impl From<i64> for Node<'_> {
    fn from(value: i64) -> Self {
        Json::Number(value.to_string().into()).into()
    }
}
