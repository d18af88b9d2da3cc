//! A condition that is a number, and a time to wait that is a string.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Choice { Choices: [{ Condition: "{% $count($states.input.items) %}", Next: b }], Default: c },
            b: Wait { Seconds: "{% $string($states.input.seconds) %}", Next: c },
            c: Succeed,
        },
    }
}

fn main() {}
