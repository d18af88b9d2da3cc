//! A distributed Map names the type of its executions.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                ItemProcessor: {
                    ProcessorConfig: { Mode: DISTRIBUTED },
                    StartAt: x,
                    States: { x: Succeed },
                },
                End: true,
            },
        },
    }
}

fn main() {}
