//! JSON texts of properties on their way into the template. That they are JSON was checked in const code.

use stack_core::finding::Findings;
use stack_core::json::write;
use stack_core::json::{Json, Member, Node};

/// The value that the text holds.
pub(crate) fn node(text: &'static str) -> Node<'static> {
    let faults = Findings::new();
    let node = stack_core::read(text, &|_| None, &faults);
    drop(faults.finish());
    node
}

/// The text on one line.
pub(crate) fn compact(text: &'static str) -> String {
    write::compact(&node(text), &mut |_, _| {})
}

/// The text as it stands between the quotation marks of a string.
pub(crate) fn escaped(text: &str) -> String {
    let mut quoted = String::new();
    write::string(text, &mut quoted);
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(text).to_owned()
}

/// The members of the object that the text holds.
pub(crate) fn object(text: &'static str) -> Vec<Member<'static>> {
    match node(text).json {
        Json::Object(members) => members,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn quotation_marks_are_escaped_at_the_ends_too() {
        assert_eq!(escaped(r#""a""#), r#"\"a\""#);
        assert_eq!(escaped("a\n"), "a\\n");
    }
}
