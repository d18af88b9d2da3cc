//! A fault inside of a string of a raw string.

use stack::prelude::*;

state_machine! {
    Machine = r#"{
        "StartAt": "a",
        "States": { "a": { "Type": "Pass", "InputPath": "$.a[b]", "End": true } }
    }"#
}

fn main() {}
