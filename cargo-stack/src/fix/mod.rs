//! `--fix`: suggestions that are certain, applied to the files they are about, again and again until none is left.
//!
//! Nothing else of a file is touched. What cannot be written without a doubt stays as it is, and is said.

pub(crate) mod run;
mod save;

use crate::check::{Options, document};
use crate::diagnostic::{Diagnostic, Report, Suggestion, TextEdit};
use crate::named::Overlay;
use stack_core::finding::{Rule, printable};
use stack_core::language::MachineType;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// After so many rounds a file is left as it is: each mends at least one fault, and most files need one or two.
const MAX_ROUNDS: usize = 100;

/// Of what was replaced so many characters are shown.
const MAX_SHOWN: usize = 40;

/// A document to mend.
pub(crate) struct Input<'i> {
    /// What it is called.
    pub(crate) name: &'i str,
    /// Where it is, for the files that it names.
    pub(crate) path: &'i Path,
    /// The type of a definition that does not say its own.
    pub(crate) kind: MachineType,
    /// What it says.
    pub(crate) text: &'i str,
}

/// What became of a document.
#[derive(Debug)]
pub(crate) struct Mended {
    /// Its text.
    pub(crate) text: String,
    /// The files that it names and that are others now, by their canonical paths.
    pub(crate) named: Vec<Named>,
    /// What was done, in its order.
    pub(crate) applied: Vec<Applied>,
    /// What is left.
    pub(crate) report: Report,
}

/// A file that a template names, and that is another one now.
#[derive(Debug)]
pub(crate) struct Named {
    /// What it is called.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What it said.
    pub(crate) before: String,
    /// What it says.
    pub(crate) after: String,
}

/// A suggestion that was applied.
#[derive(Debug)]
pub(crate) struct Applied {
    /// The file.
    pub(crate) file: String,
    /// Where the finding was.
    pub(crate) line: usize,
    /// Where the finding was.
    pub(crate) column: usize,
    /// Its rule.
    pub(crate) rule: &'static Rule,
    /// What was done: "`bil` became `bill`".
    pub(crate) change: String,
}

/// A finding, and the suggestion that is certain.
type Candidate<'r> = (&'r Diagnostic, &'r Suggestion, &'r [TextEdit]);

/// A suggestion that could not be applied: the file, the pointer, the rule, and both messages.
type Failed = (Option<String>, String, &'static str, String, String);

/// Applies what is certain. `known` are texts of files that are others than on the disk.
pub(crate) fn mend(input: &Input<'_>, options: &Options, known: &Overlay) -> Mended {
    let mut session = Session { input, options, overlay: known.clone(), named: Vec::new() };
    let mut text = input.text.to_owned();
    let mut report = session.check(&text);
    let (mut applied, mut failed) = (Vec::new(), HashSet::new());
    for _ in 0..MAX_ROUNDS {
        let candidates = candidates(&report, &failed);
        if candidates.is_empty() {
            break;
        }
        match session.round(&candidates, &text, &report) {
            Some(round) => {
                applied.extend(round.applied);
                (text, report) = (round.text, round.report);
            }
            // One of them does harm: each by itself.
            None => {
                let one = candidates.iter().find_map(|candidate| {
                    let round = session.round(&[*candidate], &text, &report);
                    if round.is_none() {
                        failed.insert(key(candidate));
                    }
                    round
                });
                let Some(round) = one else { break };
                applied.extend(round.applied);
                (text, report) = (round.text, round.report);
            }
        }
    }
    Mended { text, named: session.named, applied, report }
}

/// The suggestions that are certain and can be applied: the first one of each finding.
fn candidates<'r>(report: &'r Report, failed: &HashSet<Failed>) -> Vec<Candidate<'r>> {
    let certain = |it: &'r Diagnostic| {
        let suggestion = it.suggestions.iter().find(|suggestion| suggestion.is_certain)?;
        Some((it, suggestion, suggestion.edits.as_deref()?))
    };
    let all = report.diagnostics.iter().filter_map(certain);
    all.filter(|candidate| failed.is_empty() || !failed.contains(&key(candidate))).collect()
}

fn key(&(it, suggestion, _): &Candidate<'_>) -> Failed {
    let pointer = it.place.as_ref().map(|place| place.pointer.clone()).unwrap_or_default();
    (it.file.clone(), pointer, it.rule.id, it.message.clone(), suggestion.message.clone())
}

struct Session<'s> {
    input: &'s Input<'s>,
    options: &'s Options,
    overlay: Overlay,
    named: Vec<Named>,
}

/// What a round has made.
struct Round {
    text: String,
    applied: Vec<Applied>,
    report: Report,
}

impl Session<'_> {
    fn check(&self, text: &str) -> Report {
        let Input { name, path, kind, .. } = *self.input;
        document(name.to_owned(), Ok(text), path, kind, self.options, &self.overlay)
    }

    /// Applies those that are apart. None if the document cannot be read any more then, or nothing has changed.
    fn round(&mut self, candidates: &[Candidate<'_>], text: &str, report: &Report) -> Option<Round> {
        let mut files: Vec<Option<&str>> = candidates.iter().map(|(it, ..)| it.file.as_deref()).collect();
        files.sort_unstable();
        files.dedup();
        let (before, mut applied, mut after) = (self.overlay.clone(), Vec::new(), None);
        let mut changed = Vec::new();
        for file in files {
            let own = candidates.iter().filter(|(it, ..)| it.file.as_deref() == file);
            match file {
                None => after = Some(self.apply(own, text, &mut applied)),
                Some(name) => {
                    let path = Path::new(name).canonicalize().ok()?;
                    let old = match self.overlay.get(&path) {
                        Some(text) => text.to_string(),
                        None => std::fs::read_to_string(&path).ok()?,
                    };
                    let new = self.apply(own, &old, &mut applied);
                    self.overlay.insert(path.clone(), new.as_str().into());
                    changed.push(Named { name: name.to_owned(), path, before: old, after: new });
                }
            }
        }
        let is_same = after.as_deref().is_none_or(|after| after == text)
            && changed.iter().all(|named| named.before == named.after);
        let text = after.unwrap_or_else(|| text.to_owned());
        let now = self.check(&text);
        if is_same || is_broken(report, &now) {
            self.overlay = before;
            return None;
        }
        for new in changed {
            match self.named.iter_mut().find(|named| named.path == new.path) {
                Some(named) => named.after = new.after,
                None => self.named.push(new),
            }
        }
        Some(Round { text, applied, report: now })
    }

    /// The text with the replacements of those suggestions that are apart from each other.
    fn apply<'c>(
        &self,
        candidates: impl Iterator<Item = &'c Candidate<'c>>,
        text: &str,
        applied: &mut Vec<Applied>,
    ) -> String {
        // Where those that are taken start and end.
        let mut taken: BTreeMap<usize, &TextEdit> = BTreeMap::new();
        for (it, suggestion, edits) in candidates {
            let touches = |range: &Range<usize>| {
                let before = taken.range(..=range.end).next_back();
                before.is_some_and(|(_, taken)| range.start <= taken.range.end)
            };
            if edits.iter().any(|edit| touches(&edit.range)) {
                continue;
            }
            taken.extend(edits.iter().map(|edit| (edit.range.start, edit)));
            let (line, column) = it.place.as_ref().map_or((1, 1), |place| (place.line, place.column));
            let file = it.file.clone().unwrap_or_else(|| self.input.name.to_owned());
            let change = change(suggestion, edits, text);
            applied.push(Applied { file, line, column, rule: it.rule, change });
        }
        let (mut new, mut at) = (String::with_capacity(text.len()), 0);
        for edit in taken.into_values() {
            new.push_str(text.get(at..edit.range.start).unwrap_or_default());
            new.push_str(&edit.text);
            at = edit.range.end;
        }
        new.push_str(text.get(at..).unwrap_or_default());
        new
    }
}

/// Whether a document could be read before, and now it cannot.
fn is_broken(before: &Report, after: &Report) -> bool {
    let broken = |report: &Report| {
        let is_syntax = |it: &Diagnostic| matches!(it.rule.id, "json-syntax" | "yaml-syntax" | "too-deep");
        report.diagnostics.iter().filter(|it| is_syntax(it)).count()
    };
    broken(before) == 0 && broken(after) > 0
}

/// What a suggestion does to the text, in words.
fn change(suggestion: &Suggestion, edits: &[TextEdit], text: &str) -> String {
    let shown = |text: &str| {
        let text = text.trim();
        let mut line: String =
            text.chars().take(MAX_SHOWN).collect::<String>().replace(char::is_control, " ");
        if text.chars().nth(MAX_SHOWN).is_some() {
            line.push_str("..");
        }
        printable(&line).into_owned()
    };
    match edits {
        [edit] => {
            let (old, new) = (shown(text.get(edit.range.clone()).unwrap_or_default()), shown(&edit.text));
            match (old.as_str(), new.as_str()) {
                ("", new) => format!("`{new}` was added"),
                (old, "") => format!("`{old}` was removed"),
                (old, new) => format!("`{old}` became `{new}`"),
            }
        }
        _ => suggestion.message.clone(),
    }
}
