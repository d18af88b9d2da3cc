//! Tests as text: a definition in JSON with carets under every fault.
//!
//! ```text
//! check(expect![[r#"
//!     "a": { "Type": "Pass", "Next": "c" },
//!                                  //^^^ unknown-target: `a` goes to `c`, which is not ..
//!                                  // help: did you mean `b`?
//! "#]]);
//! ```
//! `UPDATE_EXPECT=1 cargo test -p stack-core` writes the carets anew; review what it wrote.

use crate::finding::Allow;
use crate::finding::{Finding, Findings};
use crate::json::{Hole, Json, token};
use crate::language::MachineType;
use expect_test::Expect;

/// Checks a whole definition, or states (without the braces of `States`), of which the first is the start.
pub(crate) fn check(expect: Expect) {
    check_as(MachineType::Standard, &expect);
}

/// The same for an Express machine.
pub(crate) fn check_express(expect: Expect) {
    check_as(MachineType::Express, &expect);
}

/// The texts of all findings of a whole definition.
pub(crate) fn texts(text: &str, allows: &[Allow<'_>]) -> Vec<String> {
    let out = Findings::new();
    let root = crate::read(text, &[], &out);
    let checked = crate::check(&root, MachineType::Standard, allows, out);
    checked.findings.iter().map(Finding::text).collect()
}

/// A text with holes, of one in which `@0`, `@1`, .. stand for them, and the table of the holes.
pub(crate) fn with_holes<'a>(marked: &str, hole: impl Fn(u8) -> Hole<'a>) -> (String, Vec<(u32, Json<'a>)>) {
    let mut pieces = marked.split('@');
    let mut text: String = pieces.next().unwrap_or_default().into();
    let mut holes = Vec::new();
    for piece in pieces {
        let (number, rest) = piece.split_at(1);
        holes.push((text.len() as u32, Json::Hole(hole(number.parse().unwrap()))));
        text.push_str("null");
        text.push_str(rest);
    }
    (text, holes)
}

fn check_as(kind: MachineType, expect: &Expect) {
    let text = without_indent(expect.data());
    let plain: String =
        text.split_inclusive('\n').filter(|line| !line.trim_start().starts_with("//")).collect();
    let (before, after) = frame(&plain);
    let whole = format!("{before}{plain}{after}");
    let out = Findings::new();
    let root = crate::read(&whole, &[], &out);
    let findings = crate::check(&root, kind, &[], out).findings;

    let mut actual = String::new();
    let mut at = before.len();
    for line in plain.split_inclusive('\n') {
        actual.push_str(line);
        let inside = at..at + line.len();
        for finding in findings.iter().filter(|finding| inside.contains(&(finding.site.0 as usize))) {
            annotate(&whole, at, finding, &mut actual);
        }
        at += line.len();
    }
    let outside = |finding: &&Finding| {
        let at = finding.site.0 as usize;
        at < before.len() || at >= before.len() + plain.len()
    };
    let outside: Vec<String> = findings.iter().filter(outside).map(Finding::text).collect();
    assert!(outside.is_empty(), "outside of the text: {outside:?}");
    expect.assert_eq(&actual);
}

/// The text as `expect!` compares it: without the first newline and the indentation of all lines.
fn without_indent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let filled = text.lines().filter(|line| !line.trim().is_empty());
    let indent = filled.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let lines = text.split_inclusive('\n');
    lines.map(|line| line.get(indent..).unwrap_or_else(|| line.trim_start_matches(' '))).collect()
}

/// What stands around the text to make it a definition.
fn frame(text: &str) -> (String, &'static str) {
    let start = text.trim_start();
    if !start.starts_with('"') {
        return (String::new(), "");
    }
    (format!(r#"{{ "StartAt": {}, "States": {{ "#, token(text, text.len() - start.len())), " } }")
}

fn annotate(text: &str, line: usize, finding: &Finding, out: &mut String) {
    let at = finding.site.0 as usize;
    let column = text[line..at].chars().count();
    let length = token(text, at).chars().count().max(1);
    // The carets of the first columns have no room for the slashes: they start two columns late.
    let indent = " ".repeat(column.saturating_sub(2));
    let carets = "^".repeat(length);
    let softened = if finding.severity < finding.rule.severity { " (warning)" } else { "" };
    out.push_str(&format!("{indent}//{carets} {}{softened}: {}\n", finding.rule.id, finding.message));
    for help in finding.help() {
        // Some say how a name is made up, which is no spelling.
        let spells =
            help.starts_with("write `") && help.matches('`').count() == 2 && !help.contains("service:action");
        let asks = help.contains("did you mean `") || spells;
        assert!(!asks || finding.suggestions().next().is_some(), "no edit: {}", finding.text());
        let help = help.replace('\n', &format!("\n{indent}//       "));
        out.push_str(&format!("{indent}// help: {help}\n"));
    }
}
