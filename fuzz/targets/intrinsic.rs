//! Intrinsic functions: arguments stand where they say they do, and what was read of one reads the same alone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::expression::intrinsic::{self, ArgumentValue, Call, FormatPart};
use stack_core::expression::path;

fuzz_target!(|text: &str| {
    match intrinsic::parse(text) {
        Ok(call) => check(text, &call),
        Err(fault) => {
            assert!(text.is_char_boundary(fault.offset), "{fault:?}");
            assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{fault:?}");
        }
    }
});

fn check(text: &str, call: &Call<'_>) {
    let rest = text[call.offset..].strip_prefix("States.").expect("a call starts with `States.`");
    assert!(rest.starts_with(call.name));
    let mut last = call.offset;
    for arg in &call.args {
        assert!(last < arg.offset && text[arg.offset..].starts_with(arg.text), "{arg:?}");
        last = arg.offset;
        match &arg.value {
            ArgumentValue::Text(raw) => {
                assert!(intrinsic::unescape(raw).len() <= raw.len() && raw.len() < arg.text.len());
                let length = |part| match part {
                    FormatPart::Literal(text) => text.len(),
                    FormatPart::Argument => 2,
                    FormatPart::Brace => 1,
                };
                assert_eq!(intrinsic::format_parts(raw).map(length).sum::<usize>(), raw.len());
            }
            ArgumentValue::Number(number) => assert!(!number.is_nan()),
            ArgumentValue::Bool(_) | ArgumentValue::Null => {}
            ArgumentValue::Path(path) => assert_eq!(path::parse(arg.text).as_ref(), Ok(path)),
            ArgumentValue::Call(inner) => {
                assert_eq!(inner.offset, arg.offset);
                check(text, inner);
            }
        }
    }
}
