//! ## What it checks
//! A definition has at most 1,048,576 characters, not counting the whitespace between its tokens. On the command line, a file has at
//! most 2 MiB. A template and the files it names have at most 8 MiB together.
//!
//! ## Why
//! AWS accepts definitions of at most 1 MiB and templates of at most 1 MB. Larger files are not read, so that
//! a check never needs more than a bounded amount of memory.
//!
//! ## Example
//! ```text
//! error: [too-large] the file has more than 2 MiB
//! ```
//! Instead, start parts of the workflow as workflows of their own (`states:startExecution.sync:2`), and keep large
//! constants in S3.
//!
//! ## Source
//! AWS's quotas for Step Functions and CloudFormation; our limits for files are above them.

use crate::finding::{Findings, Rule, Severity};
use crate::json::write::compact;
use crate::json::{Json, Node};

pub static RULE: Rule =
    Rule { id: "too-large", severity: Severity::Error, source: include_str!("too_large.rs") };

/// How many characters a definition may have.
const MAX_DEFINITION_CHARS: usize = 1_048_576;

/// The longest that a byte of a string is written, as `\\u0000`.
const MAX_WRITTEN: usize = 6;

/// Checks the size of a definition, whose text has at most `bytes` bytes.
pub fn check(root: &Node<'_>, bytes: usize, out: &Findings) {
    if bytes <= MAX_DEFINITION_CHARS {
        return;
    }
    let characters = compact(root, &mut |_, _| {}).chars().count();
    if characters > MAX_DEFINITION_CHARS {
        let message = format!(
            "the definition has {characters} characters, but AWS accepts at most {MAX_DEFINITION_CHARS}"
        );
        out.report(&RULE, root.site, message)
            .help("start parts of it as workflows of their own, with `states:startExecution.sync:2`");
    }
}

/// At most so many bytes has the text of a value, without the whitespace between its tokens.
pub fn most_bytes(node: &Node<'_>) -> usize {
    let string = |text: &str| MAX_WRITTEN * text.len() + "\"\"".len();
    match &node.json {
        Json::Null | Json::Bool(_) => "false".len(),
        Json::Number(digits) => digits.len(),
        Json::String(text) => string(text),
        Json::Array(items) => items.iter().map(|item| most_bytes(item) + 1).sum::<usize>() + 2,
        Json::Object(members) => {
            let member =
                |member: &crate::json::Member<'_>| string(&member.key.value) + most_bytes(&member.value) + 2;
            members.iter().map(member).sum::<usize>() + 2
        }
        Json::Hole(_) | Json::Broken => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_DEFINITION_CHARS, RULE, check, most_bytes};
    use crate::finding::Findings;
    use crate::json::Node;
    use crate::json::write::compact;

    #[test]
    fn characters_count_and_not_bytes() {
        let told = |text: String| {
            let (root, out) = (Node::from(text), Findings::new());
            check(&root, most_bytes(&root), &out);
            out.finish().iter().map(|finding| finding.rule.id).collect::<Vec<_>>()
        };
        assert_eq!(told("\u{e4}".repeat(MAX_DEFINITION_CHARS - 2)), [""; 0]);
        assert_eq!(told("a".repeat(MAX_DEFINITION_CHARS - 1)), [RULE.id]);
    }

    #[test]
    fn no_text_is_longer_than_what_it_may_have() {
        let text = r#"{ "a\u0001": [1, true, null, "\u0001\u0002"], "": {} }"#;
        let node = crate::read(text, &[], &Findings::new());
        assert!(compact(&node, &mut |_, _| {}).len() <= most_bytes(&node));
    }
}
