//! ## What it checks
//! No object has the same key twice.
//!
//! ## Why
//! JSON leaves open which of the two values counts, so one of them is silently lost.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "End": true }, "a": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Succeed" }
//! ```
//!
//! ## Source
//! What AWS does is not recorded.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;
use crate::json::{Json, Member, Node};

pub static RULE: Rule =
    Rule { id: "duplicate-key", severity: Severity::Deny, source: include_str!("duplicate_key.rs") };

/// Up to so many members are compared pair by pair; more go into a table.
const SMALL: usize = 16;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    check_node(machine.root, out);
}

fn check_node(node: &Node<'_>, out: &Findings) {
    match &node.json {
        Json::Array(items) => {
            items.iter().filter(|item| is_container(item)).for_each(|item| check_node(item, out))
        }
        Json::Object(members) => {
            // Most objects are small, and for those comparing is faster than hashing.
            if members.len() > SMALL {
                many(members, out)
            } else {
                few(members, out)
            }
            let values = members.iter().map(|member| &member.value);
            values.filter(|value| is_container(value)).for_each(|value| check_node(value, out));
        }
        _ => {}
    }
}

fn is_container(node: &Node<'_>) -> bool {
    matches!(node.json, Json::Array(_) | Json::Object(_))
}

fn few(members: &[Member<'_>], out: &Findings) {
    let mut marks = 0;
    for (i, member) in members.iter().enumerate() {
        let (key, mark) = (&member.key.value, mark(&member.key.value));
        if marks & mark != 0 && members.iter().take(i).any(|before| before.key.value == *key) {
            report(member, out);
        }
        marks |= mark;
    }
}

/// One of 64 bits. Keys whose bits differ are not the same.
fn mark(key: &str) -> u64 {
    let bytes = key.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    1 << ((key.len() + usize::from(first) + 7 * usize::from(last)) % 64)
}

fn many(members: &[Member<'_>], out: &Findings) {
    let mut seen = Index::new();
    for member in members {
        if !seen.add(&member.key.value) {
            report(member, out);
        }
    }
}

fn report(member: &Member<'_>, out: &Findings) {
    if !member.is_unread() {
        let message = format!("the key `{}` is already in this object", member.key.value);
        out.report(&RULE, member.key.site, message).help("only one of the two counts: remove one");
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_state_of_the_same_name_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "b" },
            "b": { "Type": "Succeed" },
            "b": { "Type": "Fail" }
            //^^^ duplicate-key: the key `b` is already in this object
            // help: only one of the two counts: remove one
        "#]]);
    }

    #[test]
    fn a_repeated_key_of_a_payload_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "x": 1, "x": 2 }, "End": true }
                                                         //^^^ duplicate-key: the key `x` is already in this object
                                                         // help: only one of the two counts: remove one
        "#]]);
    }
}
