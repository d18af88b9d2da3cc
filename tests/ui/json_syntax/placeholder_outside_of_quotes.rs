//! A placeholder where a number belongs is in quotes, too.

use stack::prelude::*;

state_machine! {
    #[substitutions(Wait = 5)]
    Machine = r#"{
        "StartAt": "a",
        "States": { "a": { "Type": "Wait", "Seconds": ${Wait}, "End": true } }
    }"#
}

fn main() {}
