//! Which state needs which statement, for people.

use super::Role;
use stack_cloudformation::iam::{Need, Width};
use stack_core::json::write;

/// The needs of all roles, state by state.
pub(super) fn text(roles: &[Role]) -> String {
    let mut text = String::new();
    for role in roles {
        text.push_str(&format!("{}\n", role.title()));
        let mut state = None;
        for need in &role.derived.needs {
            if state != Some(&need.state) {
                text.push_str(&format!("  {}\n", need.state));
                state = Some(&need.state);
            }
            statement(need, &mut text);
        }
        for (state, integration) in &role.derived.unknown {
            text.push_str(&format!("  {state}\n    the permissions for `{integration}` are not known\n"));
        }
        if role.derived.needs.is_empty() && role.derived.unknown.is_empty() {
            text.push_str("  needs no permission\n");
        }
    }
    text
}

fn statement(need: &Need, text: &mut String) {
    text.push_str(&format!("    {}\n", need.actions.join(", ")));
    for resource in &need.resources {
        let why = match resource.width {
            Width::Exact if resource.is_all() => {
                "   all: of these actions no narrower resource is known".to_owned()
            }
            Width::Exact => String::new(),
            Width::Computed(parameter) => format!("   `{parameter}` is known at run time only"),
            Width::Unread(parameter) => format!("   `{parameter}` names no resource"),
            Width::Unseen(what) => format!("   the state does not say {what}"),
        };
        text.push_str(&format!("      {}{why}\n", resource.text));
    }
    if let Some(condition) = &need.condition {
        text.push_str(&format!("      if {}\n", write::compact(condition, &mut |_, _| {})));
    }
}
