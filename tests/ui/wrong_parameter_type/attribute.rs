//! An item's attribute without its type.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: dynamodb:getItem,
                Parameters: { TableName: "orders", Key: { id: ["one"] } },
                End: true,
            },
        },
    }
}

fn main() {}
