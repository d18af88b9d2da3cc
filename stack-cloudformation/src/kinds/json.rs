//! JSON texts of properties on their way into the template. That they are JSON was checked in const code.

use stack_core::finding::Findings;
use stack_core::json::{Json, Member, Node};
use stack_core::{read, write};

/// The value that the text holds.
pub(crate) fn node(text: &'static str) -> Node<'static> {
    let faults = Findings::new();
    let node = read::json(text, &|_| None, &faults);
    drop(faults.finish());
    node
}

/// The text on one line.
pub(crate) fn compact(text: &'static str) -> String {
    write::compact(&node(text), &mut |_, _| {})
}

/// The members of the object that the text holds.
pub(crate) fn object(text: &'static str) -> Vec<Member<'static>> {
    match node(text).json {
        Json::Object(members) => members,
        _ => Vec::new(),
    }
}
