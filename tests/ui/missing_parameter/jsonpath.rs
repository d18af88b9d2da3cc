//! An item is fetched from a table without its key.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: dynamodb:getItem,
                Parameters: { TableName: "orders" },
                End: true,
            },
        },
    }
}

fn main() {}
