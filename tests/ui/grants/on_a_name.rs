//! A grant is on an ARN.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = ("id", "string"))]
    orders: Table,

    #[resource(grants = [("dynamodb:PutItem", orders.name)])]
    store: StateMachine<Store>,
}

state_machine! {
    Store {
        StartAt: put,
        States: {
            put: Task {
                Resource: dynamodb:putItem,
                Parameters: { "TableName.$": "$.table", "Item": { "id": { "S.$": "$.id" } } },
                End: true,
            },
        },
    }
}

fn main() {}
