//! The log group of a resource.

use crate::kind::scope::Scope;
use crate::template::object::Object;
use stack_core::json::Node;

/// Adds the part `LogGroup`.
pub(crate) fn log_group(
    scope: &mut Scope<'_>,
    name: Option<Node<'static>>,
    days: u32,
    tags: Option<Node<'static>>,
) {
    let group = Object::new()
        .maybe("LogGroupName", name)
        .with("RetentionInDays", i64::from(days))
        .maybe("Tags", tags);
    scope.resource("LogGroup", "AWS::Logs::LogGroup", group);
}
