//! A fault in a raw string is shown with its line and column.

use stack::prelude::*;

state_machine! {
    Machine = r#"{
        "StartAt": "a",
        "States": { "a": { "Type": "Succeed", } }
    }"#
}

fn main() {}
