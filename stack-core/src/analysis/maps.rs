//! Map states and how their items are processed.

use crate::json::Node;
use crate::language::StateKind;
use crate::language::states::container;
use crate::model::{Machine, State};

/// All Map states.
pub(crate) fn states<'m>(machine: &'m Machine<'m>) -> impl Iterator<Item = &'m State<'m>> {
    machine.states.iter().filter(|state| state.kind == Some(StateKind::Map))
}

/// All Map states with what processes their items.
pub(crate) fn processors<'m>(
    machine: &'m Machine<'m>,
) -> impl Iterator<Item = (&'m State<'m>, &'m Node<'m>)> {
    states(machine).flat_map(|state| {
        ["ItemProcessor", "Iterator"].into_iter().filter_map(move |name| Some((state, state.node.get(name)?)))
    })
}

/// Whether the state is a Map that certainly starts no executions of its own, or no Map at all.
pub(crate) fn is_inline(state: &State<'_>) -> bool {
    let processor = |name| state.node.get(name);
    let Some(processor) = processor("ItemProcessor").or_else(|| processor("Iterator")) else {
        return state.kind.is_some_and(|kind| kind != StateKind::Map);
    };
    let Some(config) = processor.get("ProcessorConfig") else {
        return container::PROCESSOR.knows_all_of(processor);
    };
    match config.get("Mode") {
        None => container::PROCESSOR_CONFIG.knows_all_of(config),
        Some(mode) => mode.as_str() == Some("INLINE"),
    }
}

/// Whether the state runs in an Express execution that a distributed Map starts.
pub(crate) fn in_express_child(machine: &Machine<'_>, state: &State<'_>) -> bool {
    let mut container = machine.container_of(state);
    while let Some(inner) = container {
        let config = inner.node.get("ProcessorConfig");
        let word = |name| config.and_then(|config| config.get(name)).and_then(Node::as_str);
        if word("Mode") == Some("DISTRIBUTED") {
            return word("ExecutionType") == Some("EXPRESS");
        }
        let owner = inner.owner.and_then(|owner| machine.states.get(owner));
        container = owner.and_then(|owner| machine.container_of(owner));
    }
    false
}
