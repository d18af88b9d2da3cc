//! Nothing comes after what always holds.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Choice {
                Choices: [
                    { Condition: true, Next: b },
                    { Condition: "{% $states.input.kind = 'new' %}", Next: c },
                ],
                Default: c,
            },
            b: Succeed,
            c: Fail,
        },
    }
}

fn main() {}
