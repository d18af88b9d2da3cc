//! Statements that the user writes for the role of a resource.

use crate::kind::scope::Scope;
use crate::references::value::{Pairs, Value};
use crate::template::object::text;
use stack_core::json::Node;
use stack_iam::Policy;

/// Adds what `iam_role_statements` says.
pub(crate) fn extra_statements(scope: &mut Scope<'_>, policy: &mut Policy, statements: Pairs) {
    for (action, resource) in statements {
        let resource = statement_resource(scope, resource);
        policy.allow(&[action], [resource]);
    }
}

/// The resource of a statement that the user writes.
pub(crate) fn statement_resource(scope: &mut Scope<'_>, resource: &Value) -> Node<'static> {
    match resource {
        Value::Text(arn) => text(*arn),
        other => scope.value(other),
    }
}
