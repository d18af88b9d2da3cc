//! Expressions of DynamoDB: words stand where they say they do, and faults are pieces of the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::expression::dynamodb::{Grammar, parse};

fuzz_target!(|text: &str| {
    for grammar in [Grammar::Condition, Grammar::KeyCondition, Grammar::Projection, Grammar::Update] {
        match parse(text, grammar) {
            Ok(None) => {}
            Ok(Some(expression)) => {
                for word in [expression.names, expression.values, expression.reserved].iter().flatten() {
                    assert!(text[word.offset..].starts_with(word.text), "{word:?}");
                }
            }
            Err(fault) => {
                assert!(text.get(fault.bytes.clone()).is_some(), "{fault:?}");
                assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{fault:?}");
            }
        }
    }
});
