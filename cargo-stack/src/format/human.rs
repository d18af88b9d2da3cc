//! For people: rustc's way of showing a fault in its line, and a summary.

use crate::diagnostic::{Diagnostic, Report, Summary};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use stack_core::finding::{Severity, is_command, is_unprintable, printable};
use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// The findings of a file, with an empty line after each.
pub(super) fn report(report: &Report, colours: bool, out: &mut String) {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in &report.diagnostics {
        let file = printable(diagnostic.file.as_deref().unwrap_or(&report.file));
        let excerpt = diagnostic.place.as_ref().map(|it| shown(&it.excerpt, &it.span)).unwrap_or_default();
        out.push_str(&renderer.render(&[group(diagnostic, &file, excerpt)]));
        out.push_str("\n\n");
    }
    if let Some(text) = report.left_out.text() {
        let note = Group::with_title(Level::NOTE.primary_title(text));
        out.push_str(&renderer.render(&[note.element(Origin::path(printable(&report.file)))]));
        out.push_str("\n\n");
    }
}

/// An excerpt and the place in it. The renderer has signs for most of what is not seen; others are replaced here.
fn shown<'d>(excerpt: &'d str, span: &Range<usize>) -> (Cow<'d, str>, Range<usize>) {
    if excerpt.bytes().all(|byte| byte.is_ascii() && byte != b'#') {
        return (Cow::Borrowed(excerpt), span.clone());
    }
    let (mut text, mut place) = (String::with_capacity(excerpt.len()), span.clone());
    for (at, character) in excerpt.char_indices() {
        let is_special = match character {
            '#' => excerpt.get(at..).is_some_and(is_command),
            other => !other.is_ascii() && is_unprintable(other),
        };
        let shown = if is_special { char::REPLACEMENT_CHARACTER } else { character };
        for (edge, before) in [(&mut place.start, span.start), (&mut place.end, span.end)] {
            if before == at {
                *edge = text.len();
            }
        }
        text.push(shown);
    }
    for (edge, before) in [(&mut place.start, span.start), (&mut place.end, span.end)] {
        if before >= excerpt.len() {
            *edge = text.len();
        }
    }
    (Cow::Owned(text), place)
}

fn group<'d>(it: &'d Diagnostic, file: &'d str, (excerpt, span): (Cow<'d, str>, Range<usize>)) -> Group<'d> {
    let level = if it.severity == Severity::Warning { Level::WARNING } else { Level::ERROR };
    let mut group = Group::with_title(level.primary_title(format!("[{}] {}", it.rule.id, it.message)));
    match &it.place {
        None => group = group.element(Origin::path(file)),
        Some(place) => {
            let annotation = AnnotationKind::Primary.span(span);
            let mut snippet = Snippet::source(excerpt).line_start(place.line).annotation(annotation);
            if place.whole {
                snippet = snippet.path(file);
            } else {
                group = group.element(Origin::path(file).line(place.line).char_column(place.column));
            }
            group = group.element(snippet);
        }
    }
    for help in &it.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    group
}

/// The last line of the output.
pub(super) fn summary(summary: &Summary, colours: bool, out: &mut String) {
    let Summary { files, errors, warnings, fixed, dry_run, .. } = *summary;
    let fixed_word = if dry_run { "would be fixed" } else { "fixed" };
    let count = |number: usize, singular: &str| match number {
        0 => format!("no {singular}s"),
        1 => format!("1 {singular}"),
        _ => format!("{number} {singular}s"),
    };
    let (bold, plain) = match (colours, errors, warnings) {
        (false, ..) => ("", ""),
        (true, 0, 0) => ("\u{1b}[1;32m", "\u{1b}[0m"),
        (true, 0, _) => ("\u{1b}[1;33m", "\u{1b}[0m"),
        (true, ..) => ("\u{1b}[1;31m", "\u{1b}[0m"),
    };
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{bold}checked {}: {}, {}{plain}{}",
        count(files, "file"),
        count(errors, "error"),
        count(warnings, "warning"),
        fixed.map(|fixed| format!(" ({fixed} {fixed_word})")).unwrap_or_default()
    );
}
