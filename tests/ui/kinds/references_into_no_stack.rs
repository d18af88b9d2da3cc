//! A machine of a struct that is no stack, with references to its resources.

use stack::prelude::*;

struct Shop;

state_machine! {
    Buy in Shop {
        StartAt: store,
        States: {
            store: Task {
                Resource: dynamodb:putItem,
                Parameters: { TableName: orders.name, Item: { id: { "S.$": "$.id" } } },
                Next: pack,
            },
            pack: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: packing.url, "MessageBody.$": "$" },
                Next: tell,
            },
            tell: Task { Resource: "$ResourceParam('tell', 'arn')", End: true },
        },
    }
}

fn main() {}
