//! A variable that hides the function that is called.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Assign: { count: 0 }, Next: b },
            b: Pass { Output: "{% $count($states.input.x) %}", End: true },
        },
    }
}

fn main() {}
