//! A `ResultWriter` that says nothing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: each,
        States: {
            each: Map {
                ItemProcessor: {
                    ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD },
                    StartAt: item,
                    States: { item: Succeed },
                },
                ResultWriter: {},
                End: true,
            },
        },
    }
}

fn main() {}
