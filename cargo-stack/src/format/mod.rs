//! The formats of the output: what is printed for each file, and around all of them.

mod github;
mod human;
mod json;
mod quoted;
mod sarif;

pub(crate) use quoted::json as printable_json;

use crate::diagnostic::{Report, Summary};
use clap::ValueEnum;

/// How the findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, as rustc prints errors
    Human,
    /// One JSON object with all files
    Json,
    /// One JSON object per line, each for a file
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
}

impl Format {
    /// What stands in front of the first file.
    pub(crate) fn start(self, out: &mut String) {
        match self {
            Format::Json => json::start(out),
            Format::Sarif => sarif::start(out),
            Format::Human | Format::Jsonl | Format::Github => {}
        }
    }

    /// Whether what is printed for files is a list, with a comma in front of each item but the first.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Format::Json | Format::Sarif)
    }

    /// What is printed for a file; in a list, each item has a comma in front.
    pub(crate) fn report(self, report: &Report, colours: bool, out: &mut String) {
        match self {
            Format::Human => human::report(report, colours, out),
            Format::Json => json::item(report, out),
            Format::Jsonl => json::line(report, out),
            Format::Sarif => sarif::results(report, out),
            Format::Github => github::commands(report, out),
        }
    }

    /// What stands behind the last file. `listed` says that the files came as a list on the standard input.
    pub(crate) fn end(self, summary: &Summary, listed: bool, colours: bool, out: &mut String) {
        match self {
            Format::Human => human::summary(summary, colours, out),
            Format::Json => json::end(summary, out),
            Format::Jsonl if listed => json::summary_line(summary, out),
            Format::Sarif => sarif::end(summary, out),
            Format::Jsonl | Format::Github => {}
        }
    }
}
