//! The parameter begins with a small letter, as in the service's own documentation.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: dynamodb:getItem,
                Parameters: { tableName: "orders", "Key.$": "$.key" },
                End: true,
            },
        },
    }
}

fn main() {}
