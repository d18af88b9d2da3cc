//! The same in JSONata.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Choice { Choices: [{ Condition: "{% $states.input.kind = 'new' %}", Next: b }] },
            b: Succeed,
        },
    }
}

fn main() {}
