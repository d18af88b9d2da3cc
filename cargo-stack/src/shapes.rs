//! Which shape a member has in the language, by the core's tables: for what looks at a definition as a tree.

use stack_core::json::Node;
use stack_core::language::spec::{Shape, Spec};
use stack_core::language::state_field;
use stack_core::language::states::StateKind;

/// What the members of an object are.
#[derive(Clone, Copy)]
pub(crate) enum Fields {
    /// The fields of that table.
    Of(&'static Spec),
    /// Those of a state.
    State(StateKind),
    /// Members of a payload.
    Payload,
}

impl Fields {
    /// The members of a state, by its type.
    pub(crate) fn of_state(state: &Node<'_>) -> Self {
        let kind = state.get("Type").and_then(Node::as_str).and_then(StateKind::from_name);
        kind.map_or(Fields::Payload, Fields::State)
    }

    /// What the member of that name holds.
    pub(crate) fn shape(self, key: &str) -> Shape {
        let field = match self {
            Fields::Of(spec) => spec.field(key),
            Fields::State(kind) => kind.spec().field(key).or_else(|| state_field(key)),
            Fields::Payload => None,
        };
        field.map_or(Shape::Payload, |field| field.shape)
    }
}
