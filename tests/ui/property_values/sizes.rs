//! More than AWS takes, and a key of another service.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(
        partition_key = ("id", "string"),
        secondary_indexes = [("all", [("status", "string")])],
        index_projections = [("all", [
            "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a13", "a14", "a15", "a16",
            "a17", "a18", "a19", "a20", "a21",
        ])]
    )]
    orders: Table,
    #[resource(kms_key = "arn:aws:sqs:eu-west-1:111122223333:key/abc")]
    flow: StateMachine<Flow>,
}

state_machine! {
    Flow in Shop {
        StartAt: done,
        States: { done: { Type: Succeed } }
    }
}

fn main() {}
