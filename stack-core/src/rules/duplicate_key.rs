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

/// Members.
const SMALL: usize = 16;

fn check(machine: &Machine<'_>, out: &Findings) {
    look(machine.root, out);
}

fn look(node: &Node<'_>, out: &Findings) {
    match &node.json {
        Json::Array(items) => items.iter().for_each(|item| look(item, out)),
        Json::Object(members) => {
            // Most objects are small, and for those comparing is faster than hashing.
            let mut seen = (members.len() > SMALL).then(HashSet::new);
            for (i, member) in members.iter().enumerate() {
                let key = member.key.value.as_ref();
                let again = match &mut seen {
                    None => members.iter().take(i).any(|before| before.key.value == key),
                    Some(seen) => !seen.insert(key),
                };
                if again && !member.is_unread() {
                    out.report(&RULE, member.key.site, format!("the key `{key}` is already in this object"))
                        .help("only one of the two counts: remove one");
                }
                look(&member.value, out);
            }
        }
        _ => {}
    }
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
            //^^^ duplicate-key: the key `b` is already in this object
            // help: only one of the two counts: remove one
        "#]]);
    }

    #[test]
    fn payloads() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "x": 1, "x": 2 }, "End": true }
                                                         //^^^ duplicate-key: the key `x` is already in this object
                                                         // help: only one of the two counts: remove one
        "#]]);
    }
}
