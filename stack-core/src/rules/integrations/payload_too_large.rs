//! ## What it checks
//! The constant parts of the data that a state passes on (its `Result`, `Parameters`, `Arguments`, `Output`,
//! `Assign` and so on) have at most 262,144 bytes.
//!
//! ## Why
//! AWS accepts the definition, but an execution whose state has more data than that fails with
//! `States.DataLimitExceeded`.
//!
//! ## Example
//! ```text
//! warning: [payload-too-large] `Result` has 300002 bytes, but a state's data may have at most 262144
//! ```
//! Instead, keep large constants in S3, and pass on their location.
//!
//! ## Source
//! AWS's quotas for Step Functions: 256 KiB of input, output or variables for each state.

use crate::finding::{Findings, Rule, Severity};
use crate::json::write::length;
use crate::json::{Json, Node, Site};

pub static RULE: Rule = Rule {
    id: "payload-too-large",
    severity: Severity::Warning,
    source: include_str!("payload_too_large.rs"),
};

const MAX_PAYLOAD_BYTES: usize = 262_144;

/// Checks the value of a field that holds data.
pub(crate) fn check_value(name: &str, key: Site, node: &Node<'_>, out: &Findings) {
    let bytes = constant(node);
    if bytes > MAX_PAYLOAD_BYTES {
        let message =
            format!("`{name}` has {bytes} bytes, but a state's data may have at most {MAX_PAYLOAD_BYTES}");
        out.report(&RULE, key, message).help("keep large constants in S3, and pass on their location");
    }
}

/// How many bytes the constant parts of a value have.
fn constant(node: &Node<'_>) -> usize {
    match &node.json {
        Json::String(text) if text.starts_with("{%") => 0,
        Json::Array(items) => items.iter().map(|item| constant(item) + 1).sum::<usize>() + 1,
        Json::Object(members) => {
            let one = |value: &Node<'_>, key: &str| match key.strip_suffix(".$") {
                Some(key) => key.len() + 4,
                None => key.len() + 4 + constant(value),
            };
            members.iter().map(|member| one(&member.value, &member.key.value)).sum::<usize>() + 1
        }
        _ => length(node),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::texts;

    fn findings_of(field: &str, value: &str) -> Vec<String> {
        let kind = if field == "Output" { r#""Pass", "QueryLanguage": "JSONata""# } else { r#""Pass""# };
        let state = format!(r#"{{ "Type": {kind}, "{field}": {value}, "End": true }}"#);
        texts(&format!(r#"{{ "StartAt": "a", "States": {{ "a": {state} }} }}"#), &[])
    }

    #[test]
    fn constants_above_the_limit_are_reported() {
        let text = |length: usize| format!("\"{}\"", "x".repeat(length));
        assert_eq!(findings_of("Result", &text(262_142)), [""; 0]);
        let findings = findings_of("Result", &text(262_143));
        assert_eq!(findings.len(), 1);
        assert!(findings[0].starts_with("[payload-too-large] `Result` has 262145 bytes"), "{findings:?}");
        assert_eq!(findings_of("Parameters", &format!("{{ \"a\": [{}] }}", text(262_142))).len(), 1);
        assert_eq!(findings_of("Output", &format!("[{}]", "12345,".repeat(50_000) + "1")).len(), 1);
    }

    #[test]
    fn what_is_computed_does_not_count() {
        let long = "x".repeat(300_000);
        assert_eq!(findings_of("Output", &format!("{{ \"a\": \"{{% '{long}' %}}\" }}")), [""; 0]);
        assert_eq!(findings_of("Parameters", &format!("{{ \"a.$\": \"$.{long}\" }}")), [""; 0]);
    }
}
