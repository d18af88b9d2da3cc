//! Paths: their pieces are pieces of the text, in its order, blanks around a path change nothing, and so for filters.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::expression::filter::{self, Condition, Operand, OperandKind};
use stack_core::expression::path::{self, FilterText, Path, Root, Step};

fuzz_target!(|text: &str| {
    let path = match path::parse(text) {
        Ok(path) => path,
        Err(fault) => {
            assert!(text.is_char_boundary(fault.offset), "{fault:?}");
            assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{fault:?}");
            return;
        }
    };
    if let Root::Variable(name) = path.root {
        assert!(text.trim_start().strip_prefix('$').is_some_and(|rest| rest.starts_with(name)));
    }
    assert_ne!(path.root, Root::Item);
    check_path(text, &path, 0);
    let wide = format!(" {text} ");
    let again = path::parse(&wide).expect("blanks around a path are no part of it");
    assert!(
        again
            .steps()
            .map(|(offset, step)| (offset - 1, step.several()))
            .eq(path.steps().map(|(offset, step)| (offset, step.several())))
    );
});

/// Filters hold paths, and those hold filters: so deep are they followed.
const DEPTH: usize = 8;

fn check_path(text: &str, path: &Path<'_>, depth: usize) {
    let stands = |offset: usize, piece: &str| assert!(text[offset..].starts_with(piece), "{piece} {offset}");
    let mut last = 0;
    for (offset, step) in path.steps() {
        assert!(text.is_char_boundary(offset) && last <= offset && offset < text.len(), "{offset}");
        last = offset;
        match step {
            Step::Name(name) => {
                stands(name.offset, name.written);
                assert!(name.offset >= offset && name.value().len() <= 3 * name.written.len());
            }
            Step::Names(names) => {
                assert!(names.iter().count() > 1);
                names.iter().for_each(|name| stands(name.offset, name.written));
            }
            Step::Indices(numbers) => assert!(numbers.iter().count() > 1),
            Step::Slice { start, end } => assert!(start.is_some() || end.is_some()),
            Step::Function(function) => {
                assert!(text[offset..].contains(function.name));
                function.arguments().for_each(|argument| stands(argument.offset, argument.text));
            }
            Step::Filter(filter) => {
                stands(filter.offset, filter.text);
                check_filter(filter, depth);
            }
            Step::Index(_) | Step::Wildcard | Step::DeepScan | Step::Unreadable(_) => {}
        }
    }
    assert_eq!(path.many(), path.steps().find(|(_, step)| step.several().is_some()));
}

fn check_filter(written: FilterText<'_>, depth: usize) {
    match filter::parse(written.text) {
        Ok(filter) => {
            assert!(written.text.is_char_boundary(filter.end));
            check_condition(written.text, &filter.condition, depth);
        }
        Err(fault) => assert!(written.text.is_char_boundary(fault.offset), "{fault:?}"),
    }
}

fn check_condition(text: &str, condition: &Condition<'_>, depth: usize) {
    match condition {
        Condition::Or(conditions) | Condition::And(conditions) => {
            assert!(conditions.len() > 1);
            conditions.iter().for_each(|condition| check_condition(text, condition, depth));
        }
        Condition::Not(condition) => check_condition(text, condition, depth),
        Condition::Exists(operand) => check_operand(text, operand, depth),
        Condition::Compare(it) => {
            assert!(it.left.offset < it.offset && it.offset < it.right.offset);
            assert!(text.is_char_boundary(it.offset));
            check_operand(text, &it.left, depth);
            check_operand(text, &it.right, depth);
        }
    }
}

fn check_operand(text: &str, operand: &Operand<'_>, depth: usize) {
    assert!(text[operand.offset..].starts_with(operand.text), "{operand:?}");
    match &operand.kind {
        OperandKind::Path(Ok(path)) if depth < DEPTH => check_path(operand.text, path, depth + 1),
        OperandKind::Path(Err(fault)) => assert!(operand.text.is_char_boundary(fault.offset), "{fault:?}"),
        OperandKind::Array(items) => items.iter().for_each(|item| check_operand(text, item, depth)),
        _ => {}
    }
}
