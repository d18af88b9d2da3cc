//! What the documentation forbids, though nobody saw AWS refuse it.

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
