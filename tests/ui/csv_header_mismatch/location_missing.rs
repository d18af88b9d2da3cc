//! A CSV file needs to know where its headers are.

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
                ItemReader: {
                    Resource: s3:getObject,
                    ReaderConfig: { InputType: CSV },
                    Parameters: { Bucket: "b", Key: "k" },
                },
                End: true,
            },
        },
    }
}

fn main() {}
