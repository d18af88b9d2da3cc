//! `rules`: lists all rules and their severity.

use crate::failure::Failure;
use crate::output::print;
use crate::rules;
use clap::{Args, ValueEnum};
use stack_core::json::write::string;

/// List all rules and their severity
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Rules {
    /// How to print them
    #[arg(long, default_value = "human")]
    format: ListFormat,
}

/// What `--format` takes.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ListFormat {
    /// A rule on each line, with its severity
    Human,
    /// An array of objects, with the rules' pages
    Json,
}

const AFTER_HELP: &str = "\
Examples:
  cargo stack rules
  cargo stack rules --format json | jq '.[] | select(.id == \"no-path-to-end\")'";

impl Rules {
    pub(super) fn run(&self) -> Result<(), Failure> {
        print(&match self.format {
            ListFormat::Human => list(),
            ListFormat::Json => json(),
        })
    }
}

/// All rules, one a line.
fn list() -> String {
    let all = rules::all();
    let width = all.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    all.iter().map(|rule| format!("{:width$}  {}\n", rule.id, rule.severity.as_str())).collect()
}

/// The same as an array of JSON, with the pages.
fn json() -> String {
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
