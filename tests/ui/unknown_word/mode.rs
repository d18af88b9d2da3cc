//! A fixed word in the wrong letter case.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                ItemProcessor: {
                    ProcessorConfig: { Mode: Inline },
                    StartAt: x,
                    States: { x: Succeed },
                },
                End: true,
            },
        },
    }
}

fn main() {}
