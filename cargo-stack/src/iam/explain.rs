//! Which state needs which statement, for people.

use super::role::Role;
use stack_core::finding::printable;
use stack_core::json::write;
use stack_iam::{Precision, Requirement};

/// The needs of all roles, state by state.
pub(super) fn text(roles: &[Role]) -> String {
    let mut text = String::new();
    for role in roles {
        text.push_str(&format!("{}\n", printable(&role.title())));
        let mut state = None;
        for requirement in &role.derived.requirements {
            if state != Some(&requirement.state) {
                text.push_str(&format!("  {}\n", printable(&requirement.state)));
                state = Some(&requirement.state);
            }
            statement(requirement, &mut text);
        }
        for (state, integration) in &role.derived.unknown {
            let (state, integration) = (printable(state), printable(integration));
            text.push_str(&format!("  {state}\n    the permissions for `{integration}` are not known\n"));
        }
        for doubt in &role.derived.doubts {
            if state != Some(&doubt.state) {
                text.push_str(&format!("  {}\n", doubt.state));
                state = Some(&doubt.state);
            }
            text.push_str(&format!("    {}\n", doubt.text()));
        }
        if role.derived.requirements.is_empty() && role.derived.unknown.is_empty() {
            text.push_str("  needs no permission\n");
        }
    }
    text
}

fn statement(requirement: &Requirement, text: &mut String) {
    text.push_str(&format!("    {}\n", requirement.actions.join(", ")));
    for resource in &requirement.resources {
        let why = match &resource.precision {
            Precision::Exact if resource.is_all() => {
                "   all: of these actions no narrower resource is known".to_owned()
            }
            Precision::Exact => String::new(),
            Precision::Dynamic(parameter) => format!("   `{parameter}` is known at run time only"),
            Precision::Unparsed(parameter) => format!("   `{parameter}` names no resource"),
            Precision::Implicit(omission) => format!("   the state does not say {omission}"),
        };
        text.push_str(&format!("      {}{why}\n", printable(&resource.text)));
    }
    if let Some(condition) = &requirement.condition {
        text.push_str(&format!("      if {}\n", printable(&write::compact(condition, &mut |_, _| {}))));
    }
}
