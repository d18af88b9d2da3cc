//! What the documentation forbids, though AWS was not seen to refuse it.

#![deny(deprecated)]

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
                ItemBatcher: { MaxItemsPerBatch: 0 },
                End: true,
            },
        },
    }
}

fn main() {}
