//! The shape of the language's objects, as tables: which fields there are and what each may hold.
//!
//! One table serves all: the macro's reader asks it how to read a bare word, `schema` checks
//! objects against it, and messages quote it.

use crate::model::QueryLanguage;

/// One kind of object of the language, such as a Task state or a retrier.
#[derive(Debug)]
pub struct Spec {
    /// What it is called in a message, with its article: `a Pass state`, `a retrier`.
    pub what: &'static str,
    /// Its fields, in the order in which people write them.
    pub fields: &'static [Field],
    /// Fields of which at most one may be there.
    pub groups: &'static [Group],
}

/// A field of an object.
#[derive(Debug)]
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
}

/// Fields that exclude each other.
#[derive(Debug)]
pub struct Group {
    /// Their names.
    pub fields: &'static [&'static str],
    /// One of them must be there.
    pub required: bool,
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
    Texts,
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
    OpenList(&'static Spec),
}

impl Spec {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
