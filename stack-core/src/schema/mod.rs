//! Compares every object of a definition with its table: fields, their values, what they need of each other.
//!
//! One fault is one finding: a field that is unknown, of the other query language or of a wrong
//! type is not looked into, and what was probably meant by a misspelt field is not also missing.

mod calls;
mod dynamic;
mod fields;
mod integration_call;
mod known_api;
mod label;
mod models;
mod parameters;
mod steps;
mod value;

use crate::finding::Findings;
use crate::finding::Rule;
use crate::finding::{Edit, Suggestion, names, shortened};
use crate::json::{Hole, Json, Member, Node, Site};
use crate::language::FieldSet;
use crate::language::spec::{Group, Spec};
use crate::language::states::container::MACHINE;
use crate::language::states::{map, task};
use crate::language::{QueryLanguage, StateKind};
use crate::model::Machine;
use crate::rules::{expressions::*, fields::*, integrations::*, paths::*};
use crate::similar::{Near, near};
use known_api::KnownApi;
use std::cell::Cell;

/// Compares the whole definition.
pub(crate) fn check(machine: &Machine<'_>, out: &Findings) {
    let lenient = QueryLanguage::named(machine.root).is_some_and(|named| !named.rightly);
    let language = Language { is: machine.language, lenient };
    let walk = Walk { machine: language, api: Cell::new(None), out };
    let root = machine.root;
    match &root.json {
        Json::Object(members) => {
            let owner = Owner { state: None, site: root.site, language };
            walk.object(&MACHINE, owner, members);
        }
        Json::Broken => {}
        _ => {
            let message = format!("a state machine must be an object, not {}", label::kind(root));
            out.report(&wrong_type::RULE, root.site, message);
        }
    }
}

struct Walk<'o> {
    /// The language of states that do not name one.
    machine: Language,
    /// What was looked up last.
    api: Cell<Option<KnownApi>>,
    out: &'o Findings,
}

/// The query language of a state's fields.
#[derive(Clone, Copy)]
struct Language {
    is: QueryLanguage,
    /// The language was named wrongly, which was reported: fields of either language pass.
    lenient: bool,
}

impl Language {
    fn allows(self, only: Option<QueryLanguage>) -> bool {
        self.lenient || only.is_none_or(|only| only == self.is)
    }
}

/// Whose object is looked at.
#[derive(Clone, Copy)]
struct Owner<'n> {
    /// The state's name, if it is a state's own object.
    state: Option<&'n str>,
    /// Where to say that something is missing.
    site: Site,
    language: Language,
}

impl Owner<'_> {
    /// The object in a message: "`charge`", or "this retrier".
    fn subject(&self, spec: &Spec) -> String {
        match self.state {
            Some(name) => format!("`{}`", shortened(name)),
            None => format!("this {}", spec.bare_label()),
        }
    }
}

impl Walk<'_> {
    fn object(&self, spec: &'static Spec, owner: Owner<'_>, members: &[Member<'_>]) {
        let partial = members.iter().any(Member::is_unread);
        let mut meant = Vec::new();
        let mut present = FieldSet::NONE;
        for member in members {
            if member.is_unread() {
                continue;
            }
            let found = spec.number(&member.key.value);
            found.into_iter().filter(|_| !is_no_end(member)).for_each(|field| present.add(field));
            match found.and_then(|field| spec.fields.get(field)) {
                None => meant.extend(self.unknown_field(spec, owner.language, member, members)),
                Some(field) if !owner.language.allows(field.language) => {
                    self.wrong_language(spec, owner, field, member, members);
                }
                Some(field) => self.value(field, member.key.site, &member.value, owner.language),
            }
        }
        let calls = [&task::SPEC, &map::ITEM_READER, &map::RESULT_WRITER];
        if calls.into_iter().any(|calling| std::ptr::eq(spec, calling)) {
            self.integration(spec, owner, members, &meant, partial);
        }
        if partial {
            return;
        }
        let missing = if present.holds(spec.required) { &[] } else { spec.fields };
        for field in missing.iter().filter(|field| field.required) {
            if meant.contains(&field.name) || members.iter().any(|member| member.key.value == field.name) {
                continue;
            }
            let rule = confirmed(field.confirmed, &missing_field::RULE);
            self.out.report(rule, owner.site, format!("{} has no `{}`", owner.subject(spec), field.name));
        }
        for (number, group) in spec.groups.iter().enumerate() {
            // In most groups there is nothing to be said.
            let present = present.and(spec.group(number)).len();
            if present > 1 || (present == 0 && group.required) {
                self.group(spec, group, owner, members, &meant);
            }
        }
    }

    fn group(&self, spec: &Spec, group: &Group, owner: Owner<'_>, members: &[Member<'_>], meant: &[&str]) {
        let (mut is_present, mut first) = (false, None);
        for member in members {
            let name = member.key.value.as_ref();
            if !group.fields.contains(&name) || is_no_end(member) {
                continue;
            }
            is_present = true;
            if !group.exclusive {
                break;
            }
            // A field of the other language is that fault and no other.
            if !spec.field(name).is_some_and(|field| owner.language.allows(field.language)) {
                continue;
            }
            let first = *first.get_or_insert(name);
            if name != first {
                let message = format!("`{name}` cannot be used together with `{first}`");
                self.out
                    .report(confirmed(group.confirmed, &conflicting_fields::RULE), member.key.site, message)
                    .help(format!("{} takes only one of the two", spec.label));
                break;
            }
        }
        if !is_present && group.required && !group.fields.iter().any(|name| meant.contains(name)) {
            let end = members.iter().find(|member| is_no_end(member));
            self.missing_alternative(spec, group, owner, end, members);
        }
    }

    fn missing_alternative(
        &self,
        spec: &Spec,
        group: &Group,
        owner: Owner<'_>,
        end: Option<&Member<'_>>,
        members: &[Member<'_>],
    ) {
        let subject = owner.subject(spec);
        let rule = certain(group.confirmed, group.fails, &missing_alternative::RULE);
        if let Some(end) = end {
            let message = format!("{subject} has no `Next`, and its `End` is false");
            let edit = Edit::Value { site: end.value.site, json: Json::Bool(true) };
            self.out
                .report(rule, end.value.site, message)
                .help("add `Next`, or set `End` to true")
                .help(Suggestion::possible("set `End` to true", edit).silent());
            return;
        }
        let fits = |name: &&&str| spec.field(name).is_some_and(|field| owner.language.allows(field.language));
        let names: Vec<String> = group.fields.iter().filter(fits).map(|name| format!("`{name}`")).collect();
        let message = match names.as_slice() {
            [one] => format!("{subject} has no {one}"),
            [one, other] => format!("{subject} has neither {one} nor {other}"),
            _ => format!("{subject} has none of {}", names.join(", ")),
        };
        let report = self.out.report(rule, owner.site, message);
        if group.fields.contains(&"End") {
            let report = report.help("add `Next` to say where it goes, or `End: true` to end here");
            if let Some(last) = members.last() {
                let (beside, key) = (last.key.site, "End".to_owned());
                let edit = Edit::Insert { beside, key, json: Json::Bool(true) };
                report.help(Suggestion::possible("add `End: true`", edit).silent());
            }
        }
    }

    fn states(&self, members: &[Member<'_>]) {
        for member in members.iter().filter(|member| !member.is_unread()) {
            let name = member.key.value.as_ref();
            match &member.value.json {
                Json::Object(fields) => self.state(member, fields),
                Json::Broken => {}
                _ => {
                    let message =
                        format!("the state `{name}` must be an object, not {}", label::kind(&member.value));
                    self.out.report(&wrong_type::RULE, member.value.site, message);
                }
            }
        }
    }

    fn state(&self, member: &Member<'_>, fields: &[Member<'_>]) {
        let name = member.key.value.as_ref();
        let node = &member.value;
        let language = match QueryLanguage::named(node) {
            None => self.machine,
            Some(named) => {
                let is = named.is;
                let downgrade = is == QueryLanguage::JsonPath && self.machine.is == QueryLanguage::Jsonata;
                Language { is, lenient: downgrade || !named.rightly }
            }
        };
        let owner = Owner { state: Some(name), site: member.key.site, language };
        let kind = match node.get("Type") {
            None => None,
            Some(value) => match &value.json {
                Json::String(word) => StateKind::from_name(word).or_else(|| {
                    self.unknown_type(name, word, value.site);
                    None
                }),
                Json::Broken => None,
                _ => {
                    let message = format!("`Type` takes a type of state, not {}", label::kind(value));
                    self.out.report(&wrong_type::RULE, value.site, message);
                    None
                }
            },
        };
        match kind {
            Some(kind) => self.object(kind.spec(), owner, fields),
            None => self.untyped(owner, node, fields),
        }
    }

    fn unknown_type(&self, name: &str, word: &str, site: Site) {
        let message = format!("`{name}` has the type `{word}`, which does not exist");
        let report = self.out.report(&unknown_state_type::RULE, site, message);
        match near(word, StateKind::NAMES.iter().copied()) {
            Some(Near { name, is_certain }) => {
                report.help(Suggestion::did_you_mean(name, Edit::whole(site, word, name), is_certain))
            }
            None => report.help(format!("the types are {}", names(StateKind::NAMES.iter().copied()))),
        };
    }

    /// A state of unknown type: its fields must be some state's.
    fn untyped(&self, owner: Owner<'_>, node: &Node<'_>, fields: &[Member<'_>]) {
        let mut misspelt = false;
        for member in fields.iter().filter(|member| !member.is_unread()) {
            misspelt |= self.unknown_state_field(member, fields) == Some("Type");
        }
        if node.get("Type").is_none() && !node.is_partial() && !misspelt {
            let message = format!("{} has no `Type`", owner.subject(StateKind::Pass.spec()));
            self.out
                .report(&missing_field::RULE, owner.site, message)
                .help(format!("the types are {}", names(StateKind::NAMES.iter().copied())));
        }
    }
}

/// Whether it is `"End": false`.
fn is_no_end(member: &Member<'_>) -> bool {
    matches!(member.value.json, Json::Bool(false)) && member.key.value == "End"
}

/// The rule of a fault, or the warning that stands in where AWS's word on it is not known.
fn confirmed(confirmed: bool, rule: &'static Rule) -> &'static Rule {
    certain(confirmed, false, rule)
}

/// The same where executions are known to fail if AWS does not refuse it.
fn certain(confirmed: bool, fails: bool, rule: &'static Rule) -> &'static Rule {
    match (confirmed, fails) {
        (true, _) => rule,
        (false, true) => &certain_failure::RULE,
        (false, false) => &probably_refused::RULE,
    }
}
