//! `github`: workflow commands of GitHub Actions, which become annotations in a pull request.

use crate::diagnostic::Report;
use stack_core::finding::{Severity, printable};
use std::fmt::Write;

/// The findings of a file, a command each.
pub(super) fn commands(report: &Report, out: &mut String) {
    for it in &report.diagnostics {
        let command = if it.severity == Severity::Warning { "warning" } else { "error" };
        let file = property(it.file.as_deref().unwrap_or(&report.file));
        // Writing to a string cannot fail.
        let _ = write!(out, "::{command} file={file}");
        if let Some(place) = &it.place {
            let _ = write!(out, ",line={},col={}", place.line, place.column);
        }
        let _ = writeln!(out, ",title={}::{}", it.rule.id, data(&it.text()));
    }
    if let Some(text) = report.left_out.text() {
        let _ = writeln!(out, "::notice file={}::{}", property(&report.file), data(&text));
    }
}

/// The text of a command, in which some characters have a meaning. It is printable, but has lines.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same for a property.
fn property(text: &str) -> String {
    data(&printable(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn characters_with_a_meaning_are_escaped() {
        assert_eq!(data("100%\n::error::x"), "100%25%0A::error::x");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
        assert_eq!(property("\u{1b}a\n"), "\\u001ba\\n");
    }
}
