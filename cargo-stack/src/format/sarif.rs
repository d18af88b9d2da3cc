//! `sarif`: the Static Analysis Results Interchange Format 2.1.0, which code scanning services read.

use super::quoted::string;
use crate::diagnostic::{Diagnostic, Report, Summary, TextEdit};
use crate::rules;
use stack_core::finding::Rule;
use stack_core::finding::Severity;
use std::fmt::Write;

/// What stands in front of the results: the tool and all of its rules.
pub(super) fn start(out: &mut String) {
    out.push_str(
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{",
    );
    out.push_str("\"tool\":{\"driver\":{\"name\":\"cargo-stack\",\"version\":");
    string(env!("CARGO_PKG_VERSION"), out);
    out.push_str(",\"rules\":[");
    for (index, rule) in rules::all().iter().enumerate() {
        out.push_str(if index == 0 { "\n{\"id\":" } else { ",\n{\"id\":" });
        string(rule.id, out);
        // Code scanning asks for both, and shows them in lists of findings.
        let summary = summary(rule);
        out.push_str(",\"shortDescription\":{\"text\":");
        string(&summary, out);
        out.push_str("},\"fullDescription\":{\"text\":");
        string(&summary, out);
        out.push_str("},\"help\":{\"text\":");
        string(rule.page().trim(), out);
        out.push_str(",\"markdown\":");
        string(rule.page().trim(), out);
        out.push_str("},\"defaultConfiguration\":{\"level\":");
        string(level(rule.severity), out);
        out.push_str("}}");
    }
    out.push_str("]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

/// What a rule checks: the first paragraph of its page.
fn summary(rule: &Rule) -> String {
    let page = rule.page();
    let lines = page.lines().skip(1).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// The results of a file, with a comma in front of each.
pub(super) fn results(report: &Report, out: &mut String) {
    for it in &report.diagnostics {
        out.push_str(",\n{\"ruleId\":");
        string(it.rule.id, out);
        out.push_str(",\"level\":");
        string(level(it.severity), out);
        out.push_str(",\"message\":{\"text\":");
        string(&it.text(), out);
        out.push_str("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
        let file = it.file.as_deref().unwrap_or(&report.file);
        string(&uri(file), out);
        out.push('}');
        if let Some(place) = &it.place {
            let (line, column) = (place.line, place.column);
            let end = column + place.excerpt.get(place.span.clone()).map_or(0, |token| token.chars().count());
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                ",\"region\":{{\"startLine\":{line},\"startColumn\":{column},\"endColumn\":{end}}}"
            );
        }
        out.push('}');
        if let Some(place) = &it.place {
            out.push_str(",\"logicalLocations\":[{\"fullyQualifiedName\":");
            string(&place.pointer, out);
            out.push_str("}]");
        }
        out.push_str("}]");
        fixes(it, file, out);
        out.push('}');
    }
}

/// What a tool may do about a result.
fn fixes(it: &Diagnostic, file: &str, out: &mut String) {
    let applicable = it.suggestions.iter().filter_map(|it| Some((it, it.edits.as_deref()?)));
    let mut any = false;
    for (suggestion, edits) in applicable {
        out.push_str(if any { ",{" } else { ",\"fixes\":[{" });
        any = true;
        out.push_str("\"description\":{\"text\":");
        string(&suggestion.message, out);
        out.push_str("},\"artifactChanges\":[{\"artifactLocation\":{\"uri\":");
        string(&uri(file), out);
        out.push_str("},\"replacements\":[");
        for (index, TextEdit { start, end, text, .. }) in edits.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(
                out,
                "{comma}{{\"deletedRegion\":{{\"startLine\":{},\"startColumn\":{},\"endLine\":{},\"endColumn\":{}}}",
                start.0, start.1, end.0, end.1
            );
            if !text.is_empty() {
                out.push_str(",\"insertedContent\":{\"text\":");
                string(text, out);
                out.push('}');
            }
            out.push('}');
        }
        out.push_str("]}]}");
    }
    if any {
        out.push(']');
    }
}

/// What stands behind the results.
pub(super) fn end(summary: &Summary, out: &mut String) {
    out.push_str("\n]");
    if summary.left_out > 0 {
        let text = format!("{} results are left out of files that have too many", summary.left_out);
        out.push_str(",\"invocations\":[{\"executionSuccessful\":true,\"toolExecutionNotifications\":[{");
        out.push_str("\"level\":\"note\",\"message\":{\"text\":");
        string(&text, out);
        out.push_str("}}]}]");
    }
    out.push_str("}]}\n");
}

fn level(severity: Severity) -> &'static str {
    if severity == Severity::Warning { "warning" } else { "error" }
}

/// A path as a reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/ä#.json"), "a%20b/%C3%A4%23.json");
    }
}
