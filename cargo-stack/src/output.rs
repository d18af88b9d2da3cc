//! The standard output of `check`: what is printed for files, in their order, and what is counted.

use crate::diagnostic::{Report, Summary};
use crate::failure::{FAULTY, Failure, UNUSABLE};
use crate::format::Format;
use std::io::{self, IsTerminal, Write};

/// A text of this many bytes is written before more is added to it.
const FLUSHED_BYTES: usize = 1 << 16;

/// Where something is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// The standard output.
    Out,
    /// The standard error, where the output is another thing.
    Err,
}

impl Stream {
    fn print(self, text: &str) -> Result<(), Failure> {
        let done = match self {
            Stream::Out => io::stdout().lock().write_all(text.as_bytes()),
            Stream::Err => io::stderr().lock().write_all(text.as_bytes()),
        };
        done.map_err(Failure::Output)
    }
}

/// Prints a text on the standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    Stream::Out.print(text)
}

/// How findings are printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// The format.
    pub(crate) format: Format,
    /// Whether there are colours.
    pub(crate) colours: bool,
}

impl Style {
    /// The style of a stream.
    pub(crate) fn of(format: Format, to: Stream) -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let is_terminal = match to {
            Stream::Out => io::stdout().is_terminal(),
            Stream::Err => io::stderr().is_terminal(),
        };
        Style { format, colours: is_terminal && wanted && !is_dumb() }
    }
}

/// Whether the terminal knows no control sequences.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    summary: Summary,
    unreadable: bool,
}

/// The output for some files that follow each other.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    text: String,
    totals: Totals,
}

impl Batch {
    /// Adds what was found in the next file.
    pub(crate) fn add(&mut self, report: &Report, style: Style) {
        let (errors, warnings) = report.counts();
        let summary = &mut self.totals.summary;
        summary.files += 1;
        summary.bytes += report.bytes;
        summary.errors += errors;
        summary.warnings += warnings;
        summary.left_out += report.left_out.count();
        self.totals.unreadable |= report.is_unreadable;
        style.format.report(report, style.colours, &mut self.text);
    }
}

/// The output for all files.
pub(crate) struct Output {
    style: Style,
    to: Stream,
    text: String,
    totals: Totals,
    /// Something was printed for a file.
    listed: bool,
}

impl Output {
    /// With what stands in front of the first file.
    pub(crate) fn new(style: Style, to: Stream) -> Self {
        let mut text = String::new();
        style.format.start(&mut text);
        Output { style, to, text, totals: Totals::default(), listed: false }
    }

    /// Adds what was found in the next file.
    pub(crate) fn add_report(&mut self, report: &Report) {
        let mut batch = Batch::default();
        batch.add(report, self.style);
        self.add(&batch);
    }

    /// Adds lines for people that say what was fixed, and its number.
    pub(crate) fn add_fixed(&mut self, number: usize, dry_run: bool, lines: &str) -> Result<(), Failure> {
        let summary = &mut self.totals.summary;
        summary.fixed = Some(summary.fixed.unwrap_or(0) + number);
        summary.dry_run = dry_run;
        if self.style.format == Format::Human {
            self.text.push_str(lines);
            return Ok(());
        }
        Stream::Err.print(lines)
    }

    /// How many files were printed.
    pub(crate) fn files(&self) -> usize {
        self.totals.summary.files
    }

    /// Adds the next batch.
    pub(crate) fn add(&mut self, batch: &Batch) {
        let (all, added) = (&mut self.totals.summary, &batch.totals.summary);
        all.files += added.files;
        all.bytes += added.bytes;
        all.errors += added.errors;
        all.warnings += added.warnings;
        all.left_out += added.left_out;
        self.totals.unreadable |= batch.totals.unreadable;
        let is_first = self.style.format.is_list() && !self.listed;
        self.listed |= !batch.text.is_empty();
        self.text.push_str(batch.text.strip_prefix(',').filter(|_| is_first).unwrap_or(&batch.text));
    }

    /// Whether so much has come together that it should be written.
    pub(crate) fn is_long(&self) -> bool {
        self.text.len() > FLUSHED_BYTES
    }

    /// Writes what has come together.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.to.print(&self.text)?;
        self.text.clear();
        Ok(())
    }

    /// Writes the rest, with what stands behind the last file; gives the exit code. `startup` and `check` are seconds;
    /// `listed` says that the files came as a list on the standard input.
    pub(crate) fn end(mut self, startup: f64, check: f64, listed: bool) -> Result<u8, Failure> {
        let Style { format, colours } = self.style;
        let summary = Summary { startup, check, ..self.totals.summary };
        format.end(&summary, listed, colours, &mut self.text);
        self.flush()?;
        Ok(match (self.totals.unreadable, summary.errors) {
            (true, _) => UNUSABLE,
            (false, 0) => 0,
            (false, _) => FAULTY,
        })
    }
}
