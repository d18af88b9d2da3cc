//! One file: read it, check every definition in it, say where the findings are.

use crate::arguments::Check;
use crate::diagnostic::{Diagnostic, Report};
use crate::input::{self, Refusal};
use crate::places::{Lines, Places};
use crate::pointer::pointers;
use stack_core::finding::{Finding, Findings, Severity};
use stack_core::json::Node;
use stack_core::model::{Allow, MachineType, Scope};
use stack_core::site::{At, Site};
use std::io;
use std::path::{Path, PathBuf};

/// A file to check.
#[derive(Debug)]
pub(crate) struct Job {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The type of a definition in it that does not say its own.
    pub(crate) kind: MachineType,
}

/// Checks the file. The buffer is for its text; giving the same one again saves time.
pub(crate) fn file(job: &Job, options: &Check, buffer: &mut Vec<u8>) -> Report {
    let name = job.path.display().to_string();
    document(name, input::file(&job.path, buffer), &job.path, job.kind, options)
}

/// Checks the document on the standard input.
pub(crate) fn stdin(options: &Check) -> Report {
    let mut buffer = Vec::new();
    let text = input::read(io::stdin().lock(), &mut buffer);
    document("<stdin>".into(), text, Path::new(""), options.kind, options)
}

fn document(
    file: String,
    text: Result<&str, Refusal>,
    _path: &Path,
    kind: MachineType,
    options: &Check,
) -> Report {
    let mut checker = Checker { options, report: Report { file, ..Report::default() } };
    match text {
        Ok(text) => checker.text(text, kind),
        Err(refusal) => checker.refuse(refusal),
    }
    checker.report
}

struct Checker<'o> {
    options: &'o Check,
    report: Report,
}

impl Checker<'_> {
    fn refuse(&mut self, Refusal { rule, message }: Refusal) {
        let severity = rule.severity;
        let help = Vec::new();
        self.report.diagnostics.push(Diagnostic { rule, severity, message, help, file: None, place: None });
    }

    fn text(&mut self, text: &str, kind: MachineType) {
        self.report.bytes += text.len();
        let out = Findings::new();
        let root = stack_core::read::json(text, &|_| None, &out);
        self.definition(&root, kind, out, text, &Places::Offsets);
    }

    fn definition(&mut self, root: &Node<'_>, kind: MachineType, out: Findings, text: &str, places: &Places) {
        let allows: Vec<Allow<'_>> = self.options.allow.iter().map(|rule| allow(rule.id)).collect();
        let findings = stack_core::check(root, kind, &allows, out).findings;
        self.tell(findings, root, text, places);
    }

    /// Adds the findings of a text to the report.
    fn tell(&mut self, findings: Vec<Finding>, root: &Node<'_>, text: &str, places: &Places) {
        if findings.is_empty() {
            return;
        }
        let sites: Vec<Site> = findings.iter().map(|finding| finding.site).collect();
        let mut lines = Lines::new(text);
        for (finding, pointer) in findings.into_iter().zip(pointers(root, &sites)) {
            let Finding { rule, site, message, help } = finding;
            let denied = self.options.deny_warnings && rule.severity == Severity::Warning;
            let severity = if denied { Severity::Deny } else { rule.severity };
            let place = Some(lines.place(places.range(text, site), pointer));
            self.report.diagnostics.push(Diagnostic { rule, severity, message, help, file: None, place });
        }
    }
}

fn allow(id: &str) -> Allow<'_> {
    Allow { rule: At { value: id, site: Site::NONE }, scope: Scope::Machine }
}
