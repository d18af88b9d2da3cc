//! Two Maps have one label.

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
                Label: "l",
                Next: b,
            },
            b: Map {
                ItemProcessor: {
                    ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD },
                    StartAt: y,
                    States: { y: Succeed },
                },
                Label: "l",
                End: true,
            },
        },
    }
}

fn main() {}
