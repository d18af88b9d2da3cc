//! A table has no two columns of one name.

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
                ItemReader: {
                    Resource: s3:getObject,
                    ReaderConfig: { InputType: CSV, CSVHeaderLocation: GIVEN, CSVHeaders: ["id", "id"] },
                    Parameters: { Bucket: "b", Key: "k" },
                },
                End: true,
            },
        },
    }
}

fn main() {}
