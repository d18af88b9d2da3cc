//! A fault of the language in a raw string.

use stack::prelude::*;

state_machine! {
    Machine = r#"{
        "StartAt": "a",
        "States": {
            "a": { "Type": "Pass", "Next": "bil" },
            "bill": { "Type": "Succeed" }
        }
    }"#
}

fn main() {}
