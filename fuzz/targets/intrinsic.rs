//! Intrinsic functions: arguments stand where they say they do, and what was read of one reads the same alone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::expression::intrinsic::{self, Call, Value};
use stack_core::expression::path;

fuzz_target!(|text: &str| {
    match intrinsic::parse(text) {
        Ok(call) => look(text, &call),
        Err(fault) => {
            assert!(text.is_char_boundary(fault.offset), "{fault:?}");
            assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{fault:?}");
        }
    }
});

fn look(text: &str, call: &Call<'_>) {
    let rest = text[call.offset..].strip_prefix("States.").expect("a call starts with `States.`");
    assert!(rest.starts_with(call.name));
    let mut last = call.offset;
    for arg in &call.args {
        assert!(last < arg.offset && text[arg.offset..].starts_with(arg.text), "{arg:?}");
        last = arg.offset;
        match &arg.value {
            Value::Text(raw) => {
                assert!(intrinsic::unescape(raw).len() <= raw.len() && raw.len() < arg.text.len());
            }
            Value::Number(number) => assert!(!number.is_nan()),
            Value::Bool(_) | Value::Null => {}
            Value::Path(path) => assert_eq!(path::parse(arg.text).as_ref(), Ok(path)),
            Value::Call(inner) => {
                assert_eq!(inner.offset, arg.offset);
                look(text, inner);
            }
        }
    }
}
