//! The shape of the language's objects, as tables: which fields there are and what each may hold.
//!
//! One table serves all: the macro's reader asks it how to read a bare word, `schema` checks
//! objects against it, and messages quote it.

use super::QueryLanguage;
use super::field_set::{FieldSet, MAX_FIELDS};
use crate::json::{Json, Member, Node};

/// The most groups of a table.
const MAX_GROUPS: usize = 8;

/// One kind of object of the language, such as a Task state or a retrier.
#[derive(Debug)]
pub struct Spec {
    /// What it is called in a message, with its article: `a Pass state`, `a retrier`.
    pub label: &'static str,
    /// Its fields, in the order in which people write them.
    pub fields: &'static [Field],
    /// What holds between its fields.
    pub groups: &'static [Group],
    /// The list of fields is known to be whole: AWS refuses any other.
    pub closed: bool,
    /// The fields that an object cannot be without.
    pub(crate) required: FieldSet,
    /// The fields of each group.
    members: [FieldSet; MAX_GROUPS],
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name, exactly.
    pub name: &'static str,
    /// What it may hold.
    pub shape: Shape,
    /// The only query language that has it; `None`: both have it.
    pub language: Option<QueryLanguage>,
    /// The object cannot be without it.
    pub required: bool,
    /// `null` is allowed.
    pub nullable: bool,
    /// In JSONata, a `{% .. %}` string may stand for the value.
    pub expression: bool,
    /// AWS is known to refuse what the shape excludes. If not, only a wrong JSON type is an error.
    pub confirmed: bool,
    /// If AWS does not refuse it, no execution succeeds with what the shape excludes.
    pub fails: bool,
}

/// Fields that depend on each other.
#[derive(Debug)]
pub struct Group {
    /// Their names.
    pub fields: &'static [&'static str],
    /// At most one of them may be there.
    pub exclusive: bool,
    /// At least one of them must be there.
    pub required: bool,
    /// AWS is known to insist on it.
    pub confirmed: bool,
    /// If AWS does not insist on it, no execution succeeds without.
    pub fails: bool,
}

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// The name of a state of the same `States`. (macro: a bare word is a state name)
    StateName,
    /// Any string.
    Text,
    /// `true` or `false`.
    Bool,
    /// An integer between the two, both included.
    Integer(i64, i64),
    /// A number between the two, both included.
    Number(f64, f64),
    /// One of these words. (macro: a bare word)
    Word(&'static [&'static str]),
    /// A JSONPath, context path or variable path.
    Path,
    /// A JSONPath that names exactly one place.
    ReferencePath,
    /// A reference path, or an intrinsic function that gives a string.
    PathOrIntrinsic,
    /// An RFC 3339 timestamp.
    Timestamp,
    /// The ARN of what a task does. (macro: a bare integration or a reference)
    Resource,
    /// A non-empty array of error names. (macro: bare dotted words)
    ErrorNames,
    /// The error name of a Fail state. (macro: a bare dotted word)
    ErrorName,
    /// An array of strings.
    StringList,
    /// An object whose values are computed: a JSONPath payload template, or its like in JSONata.
    Template,
    /// Any JSON; computed in JSONata and in payload templates.
    Payload,
    /// An array, computed in JSONata.
    Items,
    /// An object of states by name.
    States,
    /// An object of that kind.
    Object(&'static Spec),
    /// A non-empty array of objects of that kind.
    List(&'static Spec),
    /// An array of objects of that kind that may be empty.
    PossiblyEmptyList(&'static Spec),
}

impl Spec {
    /// An object of which all fields are known: AWS refuses any other.
    pub const fn closed(label: &'static str, fields: &'static [Field], groups: &'static [Group]) -> Self {
        assert!(groups.len() <= MAX_GROUPS && fields.len() <= MAX_FIELDS);
        let (mut required, mut members) = (FieldSet::NONE, [FieldSet::NONE; MAX_GROUPS]);
        let mut number = 0;
        while number < fields.len() {
            let field = &fields[number];
            if field.required {
                required = required.with(number);
            }
            let mut group = 0;
            while group < groups.len() {
                if contains(groups[group].fields, field.name) {
                    members[group] = members[group].with(number);
                }
                group += 1;
            }
            number += 1;
        }
        Spec { label, fields, groups, closed: true, required, members }
    }

    /// An object that may have other fields, too.
    pub const fn open(label: &'static str, fields: &'static [Field], groups: &'static [Group]) -> Self {
        Spec { closed: false, ..Self::closed(label, fields, groups) }
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.get(self.number(name)?)
    }

    /// The index of the field of that name in the table.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        // Names differ in length as a rule: a hash instead took 0.4 % more instructions of a whole check.
        self.fields.iter().position(|field| field.name == name)
    }

    /// The fields of a group, by its number.
    pub(crate) fn group(&self, group: usize) -> FieldSet {
        self.members.get(group).copied().unwrap_or_default()
    }

    /// Whether the object could be read to its end and has only fields of the table,
    /// so that a field that is missing was not just misspelt.
    pub fn knows_all_of(&self, node: &Node<'_>) -> bool {
        !node.is_partial()
            && node.as_object().unwrap_or_default().iter().all(|it| self.field(&it.key.value).is_some())
    }

    /// Whether AWS is known to refuse an object with these members because that field is not there.
    pub fn lacks(&self, name: &str, members: &[Member<'_>]) -> bool {
        let has = |name: &str| members.iter().any(|member| member.key.value == name);
        let field = self.field(name).is_some_and(|field| field.required && field.confirmed);
        let of_group = |it: &Group| it.required && it.confirmed && it.fields.contains(&name);
        let group = self.groups.iter().any(|it| of_group(it) && !it.fields.iter().any(|name| has(name)));
        group || (field && !has(name))
    }

    /// What it is called without the article.
    pub fn bare_label(&self) -> &'static str {
        self.label.split_once(' ').map_or(self.label, |(_, rest)| rest)
    }
}

impl Shape {
    /// Whether a value of that type of JSON may be right; what is not known yet may be anything.
    pub(crate) fn may_be(&self, node: &Node<'_>) -> bool {
        match self {
            Shape::Object(_) | Shape::States => !matches!(
                node.json,
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_)
            ),
            Shape::List(_) | Shape::PossiblyEmptyList(_) | Shape::ErrorNames | Shape::StringList => {
                !matches!(
                    node.json,
                    Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_)
                )
            }
            Shape::Template | Shape::Payload | Shape::Items => true,
            _ => !matches!(node.json, Json::Array(_) | Json::Object(_)),
        }
    }
}

impl Field {
    /// A field that may be left out, in both query languages, never `null`.
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        Field {
            name,
            shape,
            language: None,
            required: false,
            nullable: false,
            expression: false,
            confirmed: true,
            fails: false,
        }
    }

    /// The object cannot be without it.
    pub const fn required(self) -> Self {
        Field { required: true, ..self }
    }

    /// `null` is allowed.
    pub const fn nullable(self) -> Self {
        Field { nullable: true, ..self }
    }

    /// Only JSONPath has it.
    pub const fn jsonpath(self) -> Self {
        Field { language: Some(QueryLanguage::JsonPath), ..self }
    }

    /// Only JSONata has it.
    pub const fn jsonata(self) -> Self {
        Field { language: Some(QueryLanguage::Jsonata), ..self }
    }

    /// In JSONata, a `{% .. %}` string may stand for the value.
    pub const fn expression(self) -> Self {
        Field { expression: true, ..self }
    }

    /// Whether AWS refuses what the shape excludes is not confirmed.
    pub const fn unconfirmed(self) -> Self {
        Field { confirmed: false, ..self }
    }

    /// The same, but then no execution succeeds with it.
    pub const fn fails(self) -> Self {
        Field { confirmed: false, fails: true, ..self }
    }
}

impl Group {
    /// At most one of the fields.
    pub const fn at_most_one(fields: &'static [&'static str]) -> Self {
        Group { fields, exclusive: true, required: false, confirmed: true, fails: false }
    }

    /// Exactly one of the fields.
    pub const fn exactly_one(fields: &'static [&'static str]) -> Self {
        Group { fields, exclusive: true, required: true, confirmed: true, fails: false }
    }

    /// One of the fields or more.
    pub const fn at_least_one(fields: &'static [&'static str]) -> Self {
        Group { fields, exclusive: false, required: true, confirmed: true, fails: false }
    }

    /// Whether AWS insists on it is not confirmed.
    pub const fn unconfirmed(self) -> Self {
        Group { confirmed: false, ..self }
    }

    /// The same, but no execution succeeds without.
    pub const fn fails(self) -> Self {
        Group { confirmed: false, fails: true, ..self }
    }
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if is(names[i].as_bytes(), name.as_bytes()) {
            return true;
        }
        i += 1;
    }
    false
}

const fn is(a: &[u8], b: &[u8]) -> bool {
    let mut same = a.len() == b.len();
    let mut i = 0;
    while same && i < a.len() {
        same = a[i] == b[i];
        i += 1;
    }
    same
}
