//! JSONata: all places are in the text, and an expression in parentheses is one too and uses the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::expression::jsonata::{self, Expression, Id, List, NodeKind, TOO_DEEP};

fuzz_target!(|text: &str| {
    let expression = match jsonata::parse(text) {
        Ok(expression) => expression,
        Err(fault) => {
            assert!(text.is_char_boundary(fault.offset), "{fault:?}");
            assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{fault:?}");
            return;
        }
    };
    every_node(text, &expression);
    for at in expression.newer_operator().into_iter().chain(expression.needs()) {
        assert!(text.is_char_boundary(at) && at < text.len());
    }
    let uses = expression.uses();
    let calls = uses.calls.iter().map(|call| &call.function);
    let fields = uses.states.iter().flat_map(|(_, fields)| fields);
    for place in uses.names_at_top.iter().chain(&uses.variables).chain(calls).chain(fields) {
        assert!(text.is_char_boundary(place.offset) && place.offset < text.len(), "{place:?}");
    }
    for place in &uses.variables {
        let name = text[place.offset..].strip_prefix('$').expect("a variable starts with `$`");
        assert!(name.starts_with(place.word), "{place:?}");
    }

    // As in jsonata-js, what follows an opening parenthesis is no regular expression.
    if text.trim_start().starts_with('/') {
        return;
    }
    match jsonata::parse(&format!("({text})")) {
        Ok(block) => {
            let uses = |expression: &Expression<'_>| {
                let uses = expression.uses();
                let words = |places: &[jsonata::Reference<'_>]| {
                    places.iter().map(|it| it.word.to_owned()).collect::<Vec<_>>()
                };
                (words(&uses.names_at_top), words(&uses.variables), uses.calls.len(), uses.states.len())
            };
            assert_eq!(uses(&block), uses(&expression));
        }
        Err(fault) => assert_eq!(fault.code, TOO_DEEP, "{fault:?}"),
    }
});

/// Follows every node from the root on.
fn every_node(text: &str, expression: &Expression<'_>) {
    let mut open = vec![expression.root()];
    let mut seen = 0;
    while let Some(id) = open.pop() {
        seen += 1;
        assert!(seen <= 4 * text.len() + 4, "nodes hold each other");
        let node = expression.node(id);
        assert!(text.is_char_boundary(node.offset), "{node:?}");
        let list = |list: List| expression.list(list).collect::<Vec<Id>>();
        open.extend(list(node.attached));
        if let Some(step) = expression.ancestor(id) {
            assert!(node.kind == NodeKind::Parent && expression.node(step).is_ancestor);
        }
        match &node.kind {
            NodeKind::Path(parts)
            | NodeKind::Sort(parts)
            | NodeKind::Array(parts)
            | NodeKind::Object(parts) => open.extend(list(*parts)),
            NodeKind::Block(parts) | NodeKind::Group(parts) => open.extend(list(*parts)),
            NodeKind::Ascending(inner)
            | NodeKind::Descending(inner)
            | NodeKind::Negate(inner)
            | NodeKind::Filter(inner) => open.push(*inner),
            NodeKind::Bind(_, inner) => open.push(*inner),
            NodeKind::Binary(_, left, right) => open.extend([*left, *right]),
            NodeKind::Condition(condition, then, otherwise) => {
                open.extend([*condition, *then]);
                open.extend(*otherwise);
            }
            NodeKind::Call(function, arguments) => {
                open.push(*function);
                open.extend(list(*arguments));
            }
            NodeKind::Lambda { parameters, signature, body } => {
                assert!(
                    signature.is_none_or(|it| text.contains(it) && it.starts_with('<') && it.ends_with('>'))
                );
                open.extend(list(*parameters));
                open.push(*body);
            }
            NodeKind::Transform(pattern, update, delete) => {
                open.extend([*pattern, *update]);
                open.extend(*delete);
            }
            NodeKind::Name(_)
            | NodeKind::String(_)
            | NodeKind::Number(_)
            | NodeKind::Literal(_)
            | NodeKind::Regex(..) => {}
            NodeKind::Variable(_)
            | NodeKind::Wildcard
            | NodeKind::Descendant
            | NodeKind::Parent
            | NodeKind::Placeholder => {}
            NodeKind::Focus(_) | NodeKind::Index(_) => {}
        }
    }
}
