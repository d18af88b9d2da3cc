//! ## What it checks
//! No object has one key twice.
//!
//! ## Why
//! JSON leaves open which of the two counts, and one of them is lost without a word.
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

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::json::{Json, Node};
use crate::model::Machine;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    id: "duplicate-key",
    severity: Severity::Deny,
    check: Some(check),
    source: include_str!("duplicate_key.rs"),
};

/// So many members are compared with each other; of more, a table is made.
const SMALL: usize = 16;

fn check(machine: &Machine<'_>, out: &Findings) {
    look(machine.root, out);
}

fn look(node: &Node<'_>, out: &Findings) {
    match &node.json {
        Json::Array(items) => items.iter().filter(|item| holds(item)).for_each(|item| look(item, out)),
        Json::Object(members) => {
            // Most objects are small, and for those comparing is faster than hashing.
            let mut seen = (members.len() > SMALL).then(HashSet::new);
            let mut marks = 0;
            for (i, member) in members.iter().enumerate() {
                let key = member.key.value.as_ref();
                let mark = mark(key);
                let again = match &mut seen {
                    None => marks & mark != 0 && members.iter().take(i).any(|before| before.key.value == key),
                    Some(seen) => !seen.insert(key),
                };
                marks |= mark;
                if again && !member.is_unread() {
                    out.report(&RULE, member.key.site, format!("`{key}` stands here for the second time"))
                        .help("only one of the two counts: remove the other");
                }
                if holds(&member.value) {
                    look(&member.value, out);
                }
            }
        }
        _ => {}
    }
}

fn holds(node: &Node<'_>) -> bool {
    matches!(node.json, Json::Array(_) | Json::Object(_))
}

/// One of 64 bits. Keys whose bits differ are not the same.
fn mark(key: &str) -> u64 {
    let (first, last) = (key.bytes().next().unwrap_or(0), key.bytes().next_back().unwrap_or(0));
    1 << ((key.len() + usize::from(first) + 7 * usize::from(last)) % 64)
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn states() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "b" },
            "b": { "Type": "Succeed" },
            "b": { "Type": "Fail" }
            //^^^ duplicate-key: `b` stands here for the second time
            // help: only one of the two counts: remove the other
        "#]]);
    }

    #[test]
    fn payloads() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "x": 1, "x": 2 }, "End": true }
                                                         //^^^ duplicate-key: `x` stands here for the second time
                                                         // help: only one of the two counts: remove the other
        "#]]);
    }
}
