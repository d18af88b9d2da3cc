//! What is printed: findings with the places that people and machines understand.

use crate::left_out::LeftOut;
use stack_core::finding::Rule;
use stack_core::finding::Severity;
use std::ops::Range;

/// What was found in one file that was named.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The file, as it was named.
    pub(crate) file: String,
    /// Its size in bytes, with that of the definitions it names.
    pub(crate) bytes: usize,
    /// What was found, in the order of the source.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What was found besides, and is not shown.
    pub(crate) left_out: LeftOut,
    /// A file could not be read.
    pub(crate) is_unreadable: bool,
}

/// One finding.
#[derive(Debug)]
pub(crate) struct Diagnostic {
    /// The rule.
    pub(crate) rule: &'static Rule,
    /// How bad it is here.
    pub(crate) severity: Severity,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it, a line each.
    pub(crate) help: Vec<String>,
    /// How it can be mended; only if that was asked for.
    pub(crate) suggestions: Vec<Suggestion>,
    /// The file it is in, if that is another one than the report's.
    pub(crate) file: Option<String>,
    /// Where it is; none for a file that could not be read.
    pub(crate) place: Option<Place>,
}

/// One way to mend a finding.
#[derive(Debug)]
pub(crate) struct Suggestion {
    /// What it does.
    pub(crate) message: String,
    /// It is the only thing that can be meant.
    pub(crate) is_certain: bool,
    /// What is replaced in the file, in its order; none where that cannot be done without a doubt.
    pub(crate) edits: Option<Vec<TextEdit>>,
}

/// Bytes of a file, and what stands there instead.
#[derive(Debug)]
pub(crate) struct TextEdit {
    /// The bytes.
    pub(crate) range: Range<usize>,
    /// The line and the column of the first, from 1, in characters.
    pub(crate) start: (usize, usize),
    /// Those of the byte behind the last.
    pub(crate) end: (usize, usize),
    /// What stands there instead.
    pub(crate) text: String,
}

/// Where a finding is.
#[derive(Debug)]
pub(crate) struct Place {
    /// The faulty node, as a JSON Pointer (RFC 6901).
    pub(crate) pointer: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column, from 1, in characters.
    pub(crate) column: usize,
    /// The line's text, or of a long one the part around the place.
    pub(crate) excerpt: String,
    /// Whether the excerpt starts where the line does.
    pub(crate) whole: bool,
    /// The faulty bytes of the excerpt.
    pub(crate) span: Range<usize>,
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
    /// How many of both are not shown.
    pub(crate) left_out: usize,
    /// How many findings were fixed, if that was asked for.
    pub(crate) fixed: Option<usize>,
    /// They only would have been.
    pub(crate) dry_run: bool,
    /// Seconds from the start of the program to the first file.
    pub(crate) startup: f64,
    /// Seconds for all files.
    pub(crate) check: f64,
}

impl Report {
    /// How many diagnostics are errors, and how many are warnings.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let warnings = self.diagnostics.iter().filter(|it| it.severity == Severity::Warning).count();
        let errors = self.diagnostics.len() - warnings;
        (errors + self.left_out.errors, warnings + self.left_out.warnings)
    }

    /// Leaves out what is beyond the limit.
    pub(crate) fn shorten(&mut self, limit: usize) {
        self.left_out.take(&mut self.diagnostics, limit, |it| it.severity != Severity::Warning);
    }
}

impl Diagnostic {
    /// What is wrong, and below what to do about it.
    pub(crate) fn text(&self) -> String {
        let mut text = self.message.clone();
        for line in &self.help {
            text.push_str("\nhelp: ");
            text.push_str(line);
        }
        text
    }
}
