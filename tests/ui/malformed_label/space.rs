//! A label has no spaces.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                ItemProcessor: {
                    ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD },
                    StartAt: x,
                    States: { x: Succeed },
                },
                Label: "my label",
                End: true,
            },
        },
    }
}

fn main() {}
