//! An attribute that is called by a reserved word.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = ("id", "string"))]
    orders: Table,

    process: StateMachine<Process>,
}

state_machine! {
    Process in Shop {
        StartAt: pay,
        States: {
            pay: Task {
                Resource: dynamodb:updateItem,
                Parameters: {
                    TableName: orders.name,
                    Key: { id: { "S.$": "$.id" } },
                    UpdateExpression: "SET status = :new",
                    ExpressionAttributeValues: { ":new": { S: "paid" } },
                },
                End: true,
            },
        },
    }
}

fn main() {}
