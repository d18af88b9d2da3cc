//! Statements that the user writes for the role of a resource.

use crate::error::Error;
use crate::kind::scope::Scope;
use crate::references::value::{Pairs, Value};
use crate::template::object::text;
use stack_core::json::Node;
use stack_iam::{Policy, UnknownAction, unknown_action};

/// Adds what `iam_role_statements` says, all of whose actions have to exist.
pub(crate) fn extra_statements(
    scope: &mut Scope<'_>,
    policy: &mut Policy,
    statements: Pairs,
) -> Result<(), Error> {
    for (action, resource) in statements {
        if let Some(UnknownAction { meant }) = unknown_action(action) {
            let meant = meant.map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default();
            let message = format!("`iam_role_statements`: IAM has no action `{action}`{meant}");
            return Err(Error::of(scope.name(), message));
        }
        let resource = statement_resource(scope, resource);
        policy.allow(&[action], [resource]);
    }
    Ok(())
}

/// The resource of a statement that the user writes.
pub(crate) fn statement_resource(scope: &mut Scope<'_>, resource: &Value) -> Node<'static> {
    match resource {
        Value::Text(arn) => text(*arn),
        other => scope.value(other),
    }
}
