//! `json` and `jsonl`: one object for each file, with all of its findings.

use super::quoted::string;
use crate::diagnostic::{Diagnostic, Report, Summary, TextEdit};
use crate::left_out::LeftOut;
use std::fmt::Write;

/// The object of a file, on a line of its own.
pub(super) fn line(report: &Report, out: &mut String) {
    object(report, out);
    out.push('\n');
}

pub(super) fn start(out: &mut String) {
    out.push_str("{\"files\":[");
}

/// The object of a file in the list of all, with a comma in front.
pub(super) fn item(report: &Report, out: &mut String) {
    out.push_str(",\n");
    object(report, out);
}

pub(super) fn end(summary: &Summary, out: &mut String) {
    out.push_str("\n],");
    members_of(summary, out);
    out.push_str("}\n");
}

/// The object behind those of a list of files.
pub(super) fn summary_line(summary: &Summary, out: &mut String) {
    out.push('{');
    members_of(summary, out);
    out.push_str("}\n");
}

fn members_of(summary: &Summary, out: &mut String) {
    let Summary { files, bytes, errors, warnings, fixed, startup, check, .. } = summary;
    let fixed = fixed.map(|fixed| format!(",\"fixed\":{fixed}")).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "\"summary\":{{\"n\":{files},\"bytes\":{bytes},\"errors\":{errors},\"warnings\":{warnings}{fixed},\
         \"startup_s\":{startup:.6},\"check_s\":{check:.6}}}"
    );
}

fn object(report: &Report, out: &mut String) {
    out.push_str("{\"file\":");
    string(&report.file, out);
    let ok = report.counts().0 == 0;
    out.push_str(if ok { ",\"ok\":true" } else { ",\"ok\":false" });
    out.push_str(",\"diagnostics\":[");
    for (index, it) in report.diagnostics.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        diagnostic(it, out);
    }
    out.push(']');
    let LeftOut { errors, warnings } = report.left_out;
    if report.left_out.count() > 0 {
        // Writing to a string cannot fail.
        let _ = write!(out, ",\"left_out\":{{\"errors\":{errors},\"warnings\":{warnings}}}");
    }
    out.push('}');
}

fn diagnostic(it: &Diagnostic, out: &mut String) {
    out.push_str("{\"code\":");
    string(it.rule.id, out);
    out.push_str(",\"severity\":");
    string(it.severity.as_str(), out);
    out.push_str(",\"message\":");
    string(&it.message, out);
    if let Some(file) = &it.file {
        out.push_str(",\"file\":");
        string(file, out);
    }
    let (pointer, line, column) = match &it.place {
        Some(place) => (place.pointer.as_str(), place.line, place.column),
        None => ("", 1, 1),
    };
    out.push_str(",\"path\":");
    string(pointer, out);
    let _ = write!(out, ",\"line\":{line},\"col\":{column},\"help\":");
    string(&it.help.join("\n"), out);
    out.push_str(",\"suggestions\":[");
    // What cannot be said in bytes of the file is in the help.
    let applicable = it.suggestions.iter().filter_map(|it| Some((it, it.edits.as_deref()?)));
    for (index, (suggestion, edits)) in applicable.enumerate() {
        out.push_str(if index == 0 { "{\"message\":" } else { ",{\"message\":" });
        string(&suggestion.message, out);
        let _ = write!(out, ",\"certain\":{},\"edits\":[", suggestion.is_certain);
        edits.iter().enumerate().for_each(|(index, edit)| text_edit(edit, index == 0, out));
        out.push_str("]}");
    }
    out.push_str("]}");
}

fn text_edit(TextEdit { range, start, end, text }: &TextEdit, is_first: bool, out: &mut String) {
    let comma = if is_first { "" } else { "," };
    let _ = write!(
        out,
        "{comma}{{\"line\":{},\"col\":{},\"end_line\":{},\"end_col\":{},\
         \"byte_start\":{},\"byte_end\":{},\"replacement\":",
        start.0, start.1, end.0, end.1, range.start, range.end
    );
    string(text, out);
    out.push('}');
}
