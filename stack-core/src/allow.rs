//! `allow`: findings that are wanted where they stand.

use crate::finding::{Finding, Findings, Severity};
use crate::json::{Json, Node};
use crate::model::{Allow, Machine, Scope};
use crate::rules::{self, not_silenceable, unknown_rule, unknown_target};
use crate::similar::nearest;
use crate::site::Site;

/// The findings that are left. An `allow` that makes no sense is a finding itself.
pub(crate) fn apply(machine: &Machine<'_>, allows: &[Allow<'_>], out: Findings) -> Vec<Finding> {
    let ranges: Vec<_> = allows.iter().filter_map(|allow| range(machine, allow, &out)).collect();
    let mut findings = out.finish();
    findings.retain(|finding| {
        let silent = |(rule, first, last): &(&str, Site, Site)| {
            *rule == finding.rule.id && *first <= finding.site && finding.site <= *last
        };
        finding.rule.severity == Severity::Error || !ranges.iter().any(silent)
    });
    findings
}

/// The rule's id and the places where it is silent.
fn range(machine: &Machine<'_>, allow: &Allow<'_>, out: &Findings) -> Option<(&'static str, Site, Site)> {
    let id = allow.rule.value;
    let Some(rule) = rules::find(id) else {
        let report = out.report(&unknown_rule::RULE, allow.rule.site, format!("there is no rule `{id}`"));
        let silenceable = rules::ALL.iter().filter(|rule| rule.severity != Severity::Error);
        if let Some(near) = nearest(id, silenceable.map(|rule| rule.id)) {
            report.help(format!("did you mean `{near}`?"));
        }
        return None;
    };
    if rule.severity == Severity::Error {
        let message = format!("`{id}` is an error, which cannot be allowed");
        out.report(&not_silenceable::RULE, allow.rule.site, message)
            .help("AWS refuses it, or no execution gets past it");
        return None;
    }
    let (first, last) = match &allow.scope {
        Scope::Machine => (Site(0), Site::NONE),
        Scope::Range(first, last) => (*first, *last),
        Scope::State(name) => {
            let Some(state) = machine.states.iter().find(|state| state.name.value == name.value) else {
                let message = format!("`{}` is not a state of this machine", name.value);
                let report = out.report(&unknown_target::RULE, name.site, message);
                let names = machine.states.iter().map(|state| state.name.value);
                if let Some(near) = nearest(name.value, names) {
                    report.help(format!("did you mean `{near}`?"));
                }
                return None;
            };
            (state.name.site, last_site(state.node))
        }
    };
    Some((rule.id, first, last))
}

/// The last place inside a value.
fn last_site(node: &Node<'_>) -> Site {
    let inner = match &node.json {
        Json::Array(items) => items.last().map(last_site),
        Json::Object(members) => members.last().map(|member| last_site(&member.value)),
        _ => None,
    };
    inner.unwrap_or(node.site).max(node.site)
}
