//! One file: read it, check every definition in it, say where the findings are.

use crate::diagnostic::{Diagnostic, Report, Suggestion, TextEdit};
use crate::document::Document;
use crate::faults::{role_of_another_partition, unreadable_file, unrendered_template, unresolved_alias};
use crate::input::{self, Refusal};
use crate::left_out::LeftOut;
use crate::named::{self, Overlay};
use crate::placeholder::{self, Filler};
use crate::places::{Lines, Places};
use crate::pointer::pointers;
use crate::resolve::{Replacement, Resolver};
use crate::template::{self, Body, Found, Place, Substitutions, Text};
use stack_core::finding::{self, Rule};
use stack_core::finding::{Allow, Edit, Scope};
use stack_core::finding::{Copies, Finding, Findings, Severity};
use stack_core::json::{At, Site};
use stack_core::json::{Json, Node};
use stack_core::language::MachineType;
use stack_core::rules::documents::{too_large, unfilled_placeholder};
use stack_core::rules::fields::wrong_type;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The most that a template and the files it names may have, in bytes.
const MAX_TEMPLATE_BYTES: usize = 8 << 20;

/// A file to check.
#[derive(Debug)]
pub(crate) struct Job {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The type of a definition in it that does not say its own.
    pub(crate) kind: MachineType,
}

/// What counts as an error.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// Warnings do.
    pub(crate) deny_warnings: bool,
    /// Rules to leave out.
    pub(crate) allow: Vec<&'static Rule>,
    /// Suggestions are printed or applied, so that it has to be known what they change.
    pub(crate) suggestions: bool,
    /// How many findings of a file are reported; the rest is counted.
    pub(crate) max_findings: usize,
}

/// Checks the file. The buffer is for its text; giving the same one again saves time.
pub(crate) fn file(job: &Job, options: &Options, buffer: &mut Vec<u8>) -> Report {
    // Most names are UTF-8, and to check that is faster than to replace what is not.
    let name = job.path.to_str().map_or_else(|| job.path.to_string_lossy().into_owned(), str::to_owned);
    document(name, input::file(&job.path, buffer), &job.path, job.kind, options, &Overlay::new())
}

/// What the document on the standard input is called.
pub(crate) const STDIN: &str = "<stdin>";

/// Checks the document on the standard input.
pub(crate) fn stdin(kind: MachineType, options: &Options) -> Report {
    let mut buffer = Vec::new();
    let text = input::read(io::stdin().lock(), &mut buffer);
    document(STDIN.into(), text, Path::new(""), kind, options, &Overlay::new())
}

/// Checks a document of that name and path, or says why there is none. `overlay` is for the files that it names.
pub(crate) fn document(
    file: String,
    text: Result<&str, Refusal>,
    path: &Path,
    kind: MachineType,
    options: &Options,
    overlay: &Overlay,
) -> Report {
    let mut checker = Checker { options, overlay, report: Report { file, ..Report::default() } };
    match text {
        Ok(text) => checker.text(text, path, kind),
        Err(refusal) => checker.report_refusal(refusal, path),
    }
    checker.report.shorten(options.max_findings);
    checker.report
}

struct Checker<'o> {
    options: &'o Options,
    overlay: &'o Overlay,
    report: Report,
}

/// What is known of the placeholders in a file that a template names.
struct Filling<'f> {
    substitutions: &'f Substitutions,
    values: &'f [(Cow<'f, str>, Cow<'f, str>)],
    functions: &'f [&'f str],
}

/// A text that findings are in.
struct Source<'s, 't> {
    text: &'t str,
    /// Machines of one template share it, so that its lines are counted once.
    lines: &'s RefCell<Lines<'t>>,
    places: &'s Places<'s>,
    /// The document in which these places are, if what was checked is only made of it.
    document: Option<&'s Node<'s>>,
    /// The pointer of what was checked in its document.
    prefix: &'s str,
    /// Its file, if that is not the report's.
    file: Option<&'s str>,
    /// Whether placeholders are in the text, closed ones or others.
    has_openings: bool,
}

impl Checker<'_> {
    fn report_refusal(&mut self, Refusal { rule, message, place }: Refusal, path: &Path) {
        let severity = rule.severity;
        let place = place.filter(|_| !named::is_link_out(path));
        self.report.is_unreadable |= is_unreadable(rule);
        let (help, suggestions) = (Vec::new(), Vec::new());
        self.report.diagnostics.push(Diagnostic {
            rule,
            severity,
            message,
            help,
            suggestions,
            file: None,
            place,
        });
    }

    /// Checks the text of a file that was named: a template, or a definition.
    fn text(&mut self, text: &str, path: &Path, kind: MachineType) {
        self.report.bytes += text.len();
        let out = Findings::new();
        let document = Document::of(text, path);
        let (mut root, places) = document.read(&out);
        let lines = RefCell::new(Lines::new(text));
        let has_openings = document.has_openings();
        let (lines, places) = (&lines, &places);
        let source = Source { text, lines, places, document: None, prefix: "", file: None, has_openings };
        if !template::is_one(&root) {
            if !named::is_definition(&root) && named::is_link_out(path) {
                let refusal =
                    Refusal { rule: named::NO_DEFINITION, message: named::LINK_OUT.into(), place: None };
                return self.report_refusal(refusal, path);
            }
            if document.may_be_open() {
                template::resolve(&mut root);
                placeholder::forget(&mut root, Filler::Tool);
            }
            self.definition(&root, kind, out, &source);
            if document.has_directives() && !self.report.diagnostics.is_empty() {
                self.report.diagnostics.clear();
                self.report.left_out = LeftOut::default();
                self.report_findings(vec![unrendered_template::finding(root.site)], &root, &source);
            }
            return;
        }
        let copies = out.copies();
        let machines = template::machines(&root, &out);
        self.report_findings(out.finish(), &root, &source);
        let source = Source { document: Some(&root), ..source };
        for found in machines {
            self.machine(found, &source, path, &copies);
        }
        let place = |it: &Diagnostic| it.place.as_ref().map(|place| (place.line, place.column));
        self.report.diagnostics.sort_by(|a, b| (&a.file, place(a)).cmp(&(&b.file, place(b))));
        // Several machines may have one file, and one machine has what its conditions leave as it is in all cases.
        let mut reported = HashSet::new();
        self.report
            .diagnostics
            .retain(|it| reported.insert((it.file.clone(), place(it), it.rule.id, it.message.clone())));
    }

    /// Checks a state machine of a template.
    fn machine(&mut self, found: Found<'_>, template: &Source<'_, '_>, path: &Path, copies: &Copies) {
        let Found {
            kind,
            property,
            pointer,
            inner,
            body,
            ref values,
            ref functions,
            ref substitutions,
            ref role,
            ..
        } = found;
        let role = role.as_deref().unwrap_or_default();
        let Source { text, lines, .. } = *template;
        let within = format!("{pointer}{inner}");
        match body {
            Body::Object(mut node) => {
                let out = Findings::with_copies(copies.clone());
                template::check(&node, Place { substitutions, resolves: true, is_sub: false }, &out);
                template::resolve(&mut node);
                template::check_functions(&node, functions, values, &out);
                let filled = placeholder::fill_known(&mut node, values, &out);
                role_of_another_partition::check(&node, role, &out);
                placeholder::forget(&mut node, Filler::Template);
                let mut findings = self.check(&node, kind, template, out);
                without_edits(&mut findings, &filled);
                self.report_findings(findings, property, &Source { prefix: &pointer, ..*template });
            }
            Body::Text { made: Text { text: made, parts }, is_plain } => {
                let places = Places::embedded(text, template.places, &made, &parts);
                let out = Findings::new();
                let document = Document::json(&made);
                let (mut node, _) = document.read(&out);
                placeholder::name_unquoted(&mut node, &made);
                template::check(&node, Place { substitutions, resolves: false, is_sub: !is_plain }, &out);
                template::check_functions(&node, functions, values, &out);
                let filled = placeholder::fill_known(&mut node, values, &out);
                role_of_another_partition::check(&node, role, &out);
                placeholder::forget(&mut node, Filler::Template);
                let (places, prefix, has_openings) = (&places, &*within, document.has_openings());
                let source = Source { text, lines, places, document: None, prefix, file: None, has_openings };
                let mut findings = self.check(&node, kind, &source, out);
                without_edits(&mut findings, &filled);
                self.report_findings(findings, &node, &source);
            }
            Body::NoText { .. } => {}
            Body::File { path: name, site } => {
                let mut buffer = Vec::new();
                let (rule, message) = if self.report.bytes > MAX_TEMPLATE_BYTES {
                    let message = format!(
                        "the template and its files up to `{name}` have more than {} MiB",
                        MAX_TEMPLATE_BYTES >> 20
                    );
                    (&too_large::RULE, message)
                } else {
                    match named::read(path, &name, self.overlay, &mut buffer) {
                        Ok(text) => {
                            let filling = Filling { substitutions, values, functions };
                            match self.file(text, path, &name, kind, filling, role) {
                                None => return,
                                Some(message) => (named::NO_DEFINITION, message),
                            }
                        }
                        Err(Refusal { rule, message, .. }) => (rule, message),
                    }
                };
                let finding = Finding::new(rule, site, message);
                // The place is known: there is no need to search for it in the template.
                let node = Node::new(Json::Broken, site);
                self.report_findings(vec![finding], &node, &Source { prefix: &within, ..*template });
            }
        }
    }

    /// Checks the definition in a file that a template names. What is none is not checked; gives what is said of it.
    fn file(
        &mut self,
        text: &str,
        template: &Path,
        named: &str,
        kind: MachineType,
        Filling { substitutions, values, functions }: Filling<'_>,
        role: &str,
    ) -> Option<String> {
        let path = &named::path(template, named);
        self.report.bytes += text.len();
        let out = Findings::new();
        let document = Document::named(text, path);
        let (mut root, places) = document.read(&out);
        if let Some(message) = named::no_definition(named, &root, text) {
            return Some(message);
        }
        if matches!(document, Document::Json { .. }) {
            placeholder::name_unquoted(&mut root, text);
        }
        unresolved_alias::check(&out);
        template::check(&root, Place { substitutions, resolves: false, is_sub: false }, &out);
        template::check_functions(&root, functions, values, &out);
        let filled = placeholder::fill_known(&mut root, values, &out);
        role_of_another_partition::check(&root, role, &out);
        placeholder::forget(&mut root, Filler::NamedFile);
        let name = path.display().to_string();
        let lines = RefCell::new(Lines::new(text));
        let file = Some(name.as_str());
        let has_openings = document.has_openings();
        let (lines, places) = (&lines, &places);
        let source = Source { text, lines, places, document: None, prefix: "", file, has_openings };
        let mut findings = self.check(&root, kind, &source, out);
        without_edits(&mut findings, &filled);
        self.report_findings(findings, &root, &source);
        None
    }

    fn definition(&mut self, root: &Node<'_>, kind: MachineType, out: Findings, source: &Source<'_, '_>) {
        let findings = self.check(root, kind, source, out);
        self.report_findings(findings, root, source);
    }

    /// The findings of a definition, which is in that source.
    fn check(
        &self,
        root: &Node<'_>,
        kind: MachineType,
        source: &Source<'_, '_>,
        out: Findings,
    ) -> Vec<Finding> {
        let allows: Vec<Allow<'_>> = self.options.allow.iter().map(|rule| allow(rule.id)).collect();
        too_large::check(root, source.text.len(), &out);
        if source.has_openings {
            unfilled_placeholder::check_unclosed(root, &out);
        }
        stack_core::check(root, kind, &allows, out).findings
    }

    /// Adds the findings of a text to the report.
    fn report_findings(&mut self, mut findings: Vec<Finding>, root: &Node<'_>, source: &Source<'_, '_>) {
        if findings.is_empty() {
            return;
        }
        self.report.is_unreadable |= findings.iter().any(|it| is_unreadable(it.rule));
        let is_error = |it: &Finding| self.options.deny_warnings || it.severity != Severity::Warning;
        self.report.left_out.take(&mut findings, self.options.max_findings, is_error);
        let sites: Vec<Site> = findings.iter().map(|finding| finding.site).collect();
        let mut lines = source.lines.borrow_mut();
        // Many findings may be in one long string, whose end is searched for once.
        let mut known: Option<(Site, Range<usize>)> = None;
        let (mut resolver, mut offsets) = (None, Vec::new());
        let first = self.report.diagnostics.len();
        for (mut finding, pointer) in findings.into_iter().zip(pointers(root, &sites)) {
            if source.document.is_some() {
                quote_old_boolean(&mut finding, source);
            }
            let mut help: Vec<String> = finding.help().collect();
            if source.document.is_some() {
                help.extend(template::conditions_of(root, &pointer));
            }
            let suggestions = match finding.suggestions().next() {
                Some(_) if self.options.suggestions => {
                    let resolver = resolver.get_or_insert_with(|| {
                        Resolver::new(source.text, source.places, source.document.unwrap_or(root))
                    });
                    finding.suggestions().map(|it| suggestion(it, resolver, &mut offsets)).collect()
                }
                _ => Vec::new(),
            };
            let Finding { rule, severity, site, message, .. } = finding;
            let denied = self.options.deny_warnings && severity == Severity::Warning;
            let severity = if denied { Severity::Deny } else { severity };
            let pointer = format!("{}{pointer}", source.prefix);
            let range = match known.take() {
                Some((of, range)) if of == site => range,
                _ => source.places.range(source.text, site),
            };
            known = Some((site, range.clone()));
            let place = Some(lines.place(range, pointer));
            let file = source.file.map(str::to_owned);
            self.report.diagnostics.push(Diagnostic {
                rule,
                severity,
                message,
                help,
                suggestions,
                file,
                place,
            });
        }
        if !offsets.is_empty() {
            let new = self.report.diagnostics.get_mut(first..).unwrap_or_default();
            locate(new, offsets, source.text);
        }
    }
}

/// Fills in the lines and columns of edits, all at once: each is counted from the one before it.
fn locate(diagnostics: &mut [Diagnostic], mut offsets: Vec<usize>, text: &str) {
    offsets.sort_unstable();
    offsets.dedup();
    let mut lines = Lines::new(text);
    let places: Vec<(usize, usize)> = offsets.iter().map(|&at| lines.line_col(at)).collect();
    let place = |at| offsets.binary_search(&at).ok().and_then(|number| places.get(number)).copied();
    let suggestions = diagnostics.iter_mut().flat_map(|it| &mut it.suggestions);
    for edit in suggestions.flat_map(|it| it.edits.iter_mut().flatten()) {
        edit.start = place(edit.range.start).unwrap_or(edit.start);
        edit.end = place(edit.range.end).unwrap_or(edit.end);
    }
}

/// Makes notes of what is suggested for texts that are filled in: there is something else in the file.
fn without_edits(findings: &mut [Finding], filled: &[Site]) {
    for finding in findings.iter_mut().filter(|finding| filled.contains(&finding.site)) {
        for advice in &mut finding.advice {
            if let (finding::Advice::Suggestion(_), Some(text)) = (&*advice, advice.text()) {
                *advice = finding::Advice::Note(text);
            }
        }
    }
}

/// Says what `yes` is in a template, where it stands for a string. That it reads as `true` would be no help.
fn quote_old_boolean(finding: &mut Finding, source: &Source<'_, '_>) {
    if finding.rule.id != wrong_type::RULE.id || !matches!(source.places, Places::Table(_)) {
        return;
    }
    let site = finding.site;
    let word = source.text.get(source.places.range(source.text, site)).unwrap_or_default().trim();
    if stack_yaml::old_boolean(word).is_some() {
        let help = format!("in a template, `{word}` is a boolean (YAML 1.1): put it in quotes, `\"{word}\"`");
        let edit = Edit::Value { site, json: Json::String(word.to_owned().into()) };
        finding.advice = vec![finding::Suggestion::certain(help, edit).into()];
    }
}

/// Whether the rule says that something was not checked.
fn is_unreadable(rule: &Rule) -> bool {
    std::ptr::eq(rule, &unreadable_file::RULE)
}

/// What a suggestion changes in the file.
///
/// The lines and columns of the edits are still missing; their bytes are added to `offsets`.
fn suggestion(it: &finding::Suggestion, resolver: &Resolver<'_>, offsets: &mut Vec<usize>) -> Suggestion {
    let edit = |(range, text): Replacement| {
        offsets.extend([range.start, range.end]);
        TextEdit { start: (1, 1), end: (1, 1), range, text }
    };
    let edits = resolver.resolve(&it.edits).map(|edits| edits.into_iter().map(edit).collect());
    Suggestion { message: it.message.clone(), is_certain: it.is_certain, edits }
}

fn allow(id: &str) -> Allow<'_> {
    Allow { rule: At { value: id, site: Site::NONE }, scope: Scope::Machine }
}
