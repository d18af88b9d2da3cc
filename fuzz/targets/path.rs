//! Paths: their pieces are pieces of the text, in its order, and blanks around a path change nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::expression::path::{self, Root, Step};

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
    let mut last = 0;
    let mut many = None;
    for (offset, step) in path.steps() {
        assert!(text.is_char_boundary(offset) && last <= offset && offset < text.len(), "{offset}");
        last = offset;
        match step {
            Step::Name(name) | Step::Index(name) | Step::Function(name) => {
                assert!(text[offset..].contains(name))
            }
            Step::Many(what) => many = many.or(Some((offset, what))),
            Step::Other => {}
        }
    }
    assert_eq!(path.many.map(|many| (many.offset, many.what)), many);
    let wide = format!(" {text} ");
    let again = path::parse(&wide).expect("blanks around a path are no part of it");
    assert!(again.steps().map(|(offset, step)| (offset - 1, step)).eq(path.steps()));
});
