//! The formats of the output: what is printed for each file, and around all of them.

mod human;
mod json;

use crate::diagnostic::Report;

/// How the findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people, as rustc does it.
    #[default]
    Human,
    /// One object with all files.
    Json,
    /// One object a line, each for a file.
    Jsonl,
}

/// What was checked, all in all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    /// How many files.
    pub(crate) files: usize,
    /// Their size.
    pub(crate) bytes: usize,
    /// How many errors.
    pub(crate) errors: usize,
    /// How many warnings.
    pub(crate) warnings: usize,
    /// Seconds from the start of the program to the first file.
    pub(crate) startup: f64,
    /// Seconds for all files.
    pub(crate) check: f64,
}

impl Format {
    /// The format of that name.
    pub(crate) fn from_name(name: &str) -> Result<Self, &'static str> {
        match name {
            "human" => Ok(Format::Human),
            "json" => Ok(Format::Json),
            "jsonl" => Ok(Format::Jsonl),
            _ => Err("the formats are human, json, jsonl, sarif and github"),
        }
    }

    /// What stands in front of the first file.
    pub(crate) fn start(self, out: &mut String) {
        if self == Format::Json {
            json::start(out);
        }
    }

    /// What is printed for a file. `first` says that nothing was printed for another one yet.
    pub(crate) fn report(self, report: &Report, first: bool, colours: bool, out: &mut String) {
        match self {
            Format::Human => human::report(report, colours, out),
            Format::Json => json::item(report, first, out),
            Format::Jsonl => json::line(report, out),
        }
    }

    /// What stands behind the last file. `listed` says that the files came as a list on the standard input.
    pub(crate) fn end(self, summary: &Summary, listed: bool, colours: bool, out: &mut String) {
        match self {
            Format::Human => human::summary(summary, colours, out),
            Format::Json => json::end(summary, out),
            Format::Jsonl if listed => json::summary_line(summary, out),
            Format::Jsonl => {}
        }
    }
}
