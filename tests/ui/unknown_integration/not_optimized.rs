//! There is no optimized integration for it, but the AWS SDK has the action.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: dynamodb:query, Parameters: { TableName: "t" }, End: true },
        },
    }
}

fn main() {}
