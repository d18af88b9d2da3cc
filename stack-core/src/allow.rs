//! `allow`: findings that are wanted where they stand.

use crate::finding::{Allow, Edit, Scope, Suggestion};
use crate::finding::{Finding, Findings, Severity};
use crate::json::{Json, Node, Site};
use crate::model::Machine;
use crate::rules;
use crate::rules::documents::{not_silenceable, unknown_rule};
use crate::rules::graph::unknown_target;
use crate::similar::near;

/// The findings that are left. An `allow` that makes no sense is a finding itself.
pub(crate) fn apply(machine: &Machine<'_>, allows: &[Allow<'_>], out: Findings) -> Vec<Finding> {
    let ranges: Vec<_> = allows.iter().filter_map(|allow| range(machine, allow, &out)).collect();
    let mut findings = out.finish();
    findings.retain(|finding| {
        let silent = |(rule, first, last): &(&str, Site, Site)| {
            *rule == finding.rule.id && *first <= finding.site && finding.site <= *last
        };
        finding.severity == Severity::Error || !ranges.iter().any(silent)
    });
    findings
}

/// The rule's id and the places where it is silent.
fn range(machine: &Machine<'_>, allow: &Allow<'_>, out: &Findings) -> Option<(&'static str, Site, Site)> {
    let id = allow.rule.value;
    let Some(rule) = rules::find(id) else {
        let report = out.report(&unknown_rule::RULE, allow.rule.site, format!("there is no rule `{id}`"));
        let silenceable = rules::ALL.iter().filter(|rule| rule.severity != Severity::Error);
        if let Some(near) = near(id, silenceable.map(|rule| rule.id)) {
            let edit = Edit::whole(allow.rule.site, id, near.name);
            report.help(Suggestion::did_you_mean(near.name, edit, near.is_certain));
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
                if let Some(near) = near(name.value, names) {
                    let edit = Edit::whole(name.site, name.value, near.name);
                    report.help(Suggestion::did_you_mean(near.name, edit, near.is_certain));
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

#[cfg(test)]
mod tests {
    use crate::finding::{Allow, Scope};
    use crate::json::{At, Site};
    use crate::testing::texts;

    const TEXT: &str = r#"{ "StartAt": "a", "States": {
        "a": { "Type": "Pass", "Next": "b", "End": false },
        "b": { "Type": "Pass", "Next": "c", "End": false },
        "c": { "Type": "Succeed" } } }"#;

    fn left(scope: Scope<'_>) -> usize {
        let rule = At { value: "redundant-end", site: Site(0) };
        texts(TEXT, &[Allow { rule, scope }]).len()
    }

    #[test]
    fn a_warning_is_silent_where_it_is_allowed() {
        let site = |part: &str| Site(TEXT.find(part).unwrap().try_into().unwrap());
        assert_eq!(texts(TEXT, &[]).len(), 2);
        assert_eq!(left(Scope::Machine), 0);
        assert_eq!(left(Scope::Range(site("\"a\": {"), site("\"b\": {"))), 1);
        assert_eq!(left(Scope::State(At { value: "b", site: Site(0) })), 1);
    }

    #[test]
    fn a_state_that_does_not_exist_is_told() {
        let rule = At { value: "redundant-end", site: Site(0) };
        let scope = Scope::State(At { value: "B", site: Site(7) });
        let found = texts(TEXT, &[Allow { rule, scope }]);
        assert_eq!(found[0], "[unknown-target] `B` is not a state of this machine\nhelp: did you mean `b`?");
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn a_denied_fault_can_be_allowed_too() {
        let text = r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": { "x": 1, "x": 2 }, "End": true } } }"#;
        let rule = At { value: "duplicate-key", site: Site(0) };
        assert_eq!(texts(text, &[]).len(), 1);
        assert_eq!(texts(text, &[Allow { rule, scope: Scope::Machine }]).len(), 0);
    }
}
