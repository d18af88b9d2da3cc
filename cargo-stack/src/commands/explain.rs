//! `explain`: prints the page of one rule, which is also its documentation.

use crate::arguments::RuleParser;
use crate::failure::Failure;
use crate::output::print;
use clap::Args;
use stack_core::finding::Rule;
use stack_core::finding::Severity;

/// Print the page of one rule: what it checks, why, an example, its source
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Explain {
    /// The id of a rule, as it stands in brackets in front of a finding; `cargo stack rules` lists them
    #[arg(value_name = "RULE", value_parser = RuleParser::Any, hide_possible_values = true)]
    rule: &'static Rule,
}

const AFTER_HELP: &str = "\
Examples:
  cargo stack explain unreachable-state";

impl Explain {
    pub(super) fn run(&self) -> Result<(), Failure> {
        print(&page(self.rule))
    }
}

fn page(rule: &Rule) -> String {
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
