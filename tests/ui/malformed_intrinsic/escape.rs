//! There is no such escape.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "text.$": "States.Format('a \\n {}', $.name)" }, End: true },
        },
    }
}

fn main() {}
