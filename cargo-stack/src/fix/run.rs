//! The run of `check --fix`: file by file, since a template and another may name the same one.

use super::save::save;
use super::{Input, Mended, mend};
use crate::check::{Job, Options, STDIN, document};
use crate::diagnostic::{Diagnostic, Report};
use crate::failure::Failure;
use crate::input;
use crate::left_out::MAX_FINDINGS;
use crate::named::Overlay;
use crate::output::{Output, print};
use similar::TextDiff;
use stack_core::finding::printable;
use stack_core::language::MachineType;
use std::collections::HashMap;
use std::io::{self, IsTerminal};
use std::path::Path;

/// What is done with changed texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Files become them.
    Write,
    /// A diff is printed.
    Diff,
}

/// Mends the files, and reports what is left. Gives why one of them could not be written.
pub(crate) fn files(
    jobs: &[Job],
    mode: Mode,
    options: &Options,
    output: &mut Output,
) -> Result<Option<Failure>, Failure> {
    let mut run = Run { mode, options, changed: HashMap::new(), unwritable: None };
    let mut buffer = Vec::new();
    for job in jobs {
        run.file(job, &mut buffer, output)?;
        output.flush()?;
    }
    Ok(run.unwritable.map(Failure::Unwritable))
}

/// Mends the document on the standard input, and prints it, or the changes.
pub(crate) fn stdin(
    kind: MachineType,
    mode: Mode,
    options: &Options,
    output: &mut Output,
) -> Result<(), Failure> {
    let (mut buffer, path, known) = (Vec::new(), Path::new(""), Overlay::new());
    match input::read(io::stdin().lock(), &mut buffer) {
        Err(refusal) => {
            let report = document(STDIN.to_owned(), Err(refusal), path, kind, options, &known);
            output.add_report(&report);
        }
        Ok(text) => {
            let mut mended = mend(&Input { name: STDIN, path, kind, text }, options, &known);
            match mode {
                Mode::Write => print(&mended.text)?,
                Mode::Diff => print(&diff(STDIN, text, &mended.text))?,
            }
            // A document on the standard input has no folder, so it names no files.
            add(&mut mended, mode, output)?;
        }
    }
    Ok(())
}

struct Run<'r> {
    mode: Mode,
    options: &'r Options,
    /// Without writing: what files would be.
    changed: Overlay,
    /// Why a file could not be written.
    unwritable: Option<String>,
}

impl Run<'_> {
    fn file(&mut self, job: &Job, buffer: &mut Vec<u8>, output: &mut Output) -> Result<(), Failure> {
        let name = job.path.to_string_lossy();
        let path = job.path.canonicalize().ok();
        let known = path.as_ref().and_then(|path| self.changed.get(path)).cloned();
        let text = match &known {
            Some(text) => Ok(&**text),
            None => input::file(&job.path, buffer),
        };
        let check = |text, changed: &Overlay| {
            document(name.clone().into_owned(), text, &job.path, job.kind, self.options, changed)
        };
        let text = match text {
            Ok(text) => text,
            Err(refusal) => {
                output.add_report(&check(Err(refusal), &self.changed));
                return Ok(());
            }
        };
        let input = Input { name: &name, path: &job.path, kind: job.kind, text };
        let mut mended = mend(&input, self.options, &self.changed);
        let own = (mended.text != text).then(|| (&*name, &*job.path, text, mended.text.as_str()));
        let named = mended.named.iter().map(|it| (&*it.name, &*it.path, &*it.before, &*it.after));
        for (name, path, before, after) in own.into_iter().chain(named) {
            match self.mode {
                Mode::Diff => {
                    print(&diff(name, before, after))?;
                    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
                    self.changed.insert(path, after.into());
                }
                Mode::Write => {
                    if let Err(error) = save(path, before, after) {
                        self.unwritable = Some(format!("{} cannot be written: {error}", printable(name)));
                    }
                }
            }
        }
        if self.unwritable.is_some() && self.mode == Mode::Write && !mended.applied.is_empty() {
            // What is there now is what counts.
            mended.applied.clear();
            mended.report = check(input::file(&job.path, &mut Vec::new()), &self.changed);
        }
        add(&mut mended, self.mode, output)
    }
}

/// Prints what was done with a file, and what is left.
fn add(mended: &mut Mended, mode: Mode, output: &mut Output) -> Result<(), Failure> {
    let Mended { applied, report, .. } = mended;
    let verb = if mode == Mode::Diff { "would fix" } else { "fixed" };
    let mut lines = first_lines(applied.iter().map(|it| {
        let (file, line, column) = (printable(&it.file), it.line, it.column);
        format!("{verb} {file}:{line}:{column} [{}]: {}\n", it.rule.id, it.change)
    }));
    lines.push_str(&left(report));
    report.shorten(MAX_FINDINGS);
    if !lines.is_empty() && !report.diagnostics.is_empty() {
        lines.push('\n');
    }
    output.add_fixed(applied.len(), mode == Mode::Diff, &lines)?;
    output.add_report(report);
    Ok(())
}

/// The findings whose suggestion is certain, but could not be applied.
fn left(report: &Report) -> String {
    let certain = |it: &&Diagnostic| it.suggestions.iter().any(|it| it.is_certain);
    first_lines(report.diagnostics.iter().filter(certain).map(|it| {
        let (line, column) = it.place.as_ref().map_or((1, 1), |place| (place.line, place.column));
        let file = printable(it.file.as_deref().unwrap_or(&report.file));
        format!(
            "not fixed {file}:{line}:{column} [{}]: the text there cannot be changed safely\n",
            it.rule.id
        )
    }))
}

/// As many lines as findings are shown, and how many more there are.
fn first_lines(mut lines: impl Iterator<Item = String>) -> String {
    let mut text: String = lines.by_ref().take(MAX_FINDINGS).collect();
    match lines.count() {
        0 => {}
        more => text.push_str(&format!("and {more} more\n")),
    }
    text
}

/// The changes of a file, as `patch` reads them.
fn diff(name: &str, before: &str, after: &str) -> String {
    let name = printable(name);
    let diff =
        TextDiff::from_lines(before, after).unified_diff().context_radius(3).header(&name, &name).to_string();
    if !io::stdout().is_terminal() {
        return diff;
    }
    // To a terminal it is no patch.
    diff.split_inclusive('\n')
        .map(|line| line.strip_suffix('\n').unwrap_or(line))
        .fold(String::new(), |text, line| text + &printable(&line.replace('\t', "    ")) + "\n")
}
