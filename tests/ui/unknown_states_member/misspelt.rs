//! A member that `$states` does not have, and one where that is caught.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% $states.inptu.x %}", Next: b },
            b: Parallel {
                Branches: [{ StartAt: c, States: { c: Pass { Output: "{% $states.inptu.x %}", End: true } } }],
                Catch: [{ ErrorEquals: [States.ALL], Next: d }],
                Next: d,
            },
            d: Succeed,
        },
    }
}

fn main() {}
