//! `explain` and `rules`: the pages that are also the rules' documentation.

use crate::rules;
use stack_core::finding::Rule;
use stack_core::finding::Severity;
use stack_core::json::write::string;

/// The page of a rule.
pub(crate) fn page(rule: &Rule) -> String {
    let (id, severity) = (rule.id, rule.severity.as_str());
    let silencing = match rule.severity {
        Severity::Error => "It cannot be silenced.".into(),
        Severity::Deny | Severity::Warning => format!(
            "To silence it, write `#[allow(stack::{id})]` in front of the state or the machine,\n\
             or use `cargo stack check --allow {id}`."
        ),
    };
    format!("# {id}\n\nSeverity: {severity}. {silencing}\n\n{}\n", rule.page().trim())
}

/// All rules, one a line.
pub(crate) fn list() -> String {
    let all = rules::all();
    let width = all.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    all.iter().map(|rule| format!("{:width$}  {}\n", rule.id, rule.severity.as_str())).collect()
}

/// The same as an array of JSON, with the pages.
pub(crate) fn json() -> String {
    let mut text = String::from("[");
    for (index, rule) in rules::all().iter().enumerate() {
        text.push_str(if index == 0 { "\n{\"id\":" } else { ",\n{\"id\":" });
        string(rule.id, &mut text);
        text.push_str(",\"severity\":");
        string(rule.severity.as_str(), &mut text);
        text.push_str(",\"page\":");
        string(rule.page().trim(), &mut text);
        text.push('}');
    }
    text.push_str("\n]\n");
    text
}
