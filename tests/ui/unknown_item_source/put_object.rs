//! Items are not read by writing.

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
                ItemReader: { Resource: s3:putObject, Parameters: { Bucket: "b", Key: "k" } },
                End: true,
            },
        },
    }
}

fn main() {}
