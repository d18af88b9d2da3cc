//! For people: rustc's way of showing a fault in its line, and a summary.

use crate::diagnostic::{Diagnostic, Report, Summary};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use stack_core::finding::Severity;
use std::fmt::Write;

/// The findings of a file, with an empty line after each.
pub(super) fn report(report: &Report, colours: bool, out: &mut String) {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in &report.diagnostics {
        let file = diagnostic.file.as_deref().unwrap_or(&report.file);
        out.push_str(&renderer.render(&[group(diagnostic, file)]));
        out.push_str("\n\n");
    }
}

fn group<'d>(it: &'d Diagnostic, file: &'d str) -> Group<'d> {
    let level = if it.severity == Severity::Warning { Level::WARNING } else { Level::ERROR };
    let mut group = Group::with_title(level.primary_title(format!("[{}] {}", it.rule.id, it.message)));
    match &it.place {
        None => group = group.element(Origin::path(file)),
        Some(place) => {
            let annotation = AnnotationKind::Primary.span(place.span.clone());
            let mut snippet =
                Snippet::source(place.excerpt.as_str()).line_start(place.line).annotation(annotation);
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
