//! The AWS CLI has another name for the service.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:states:::aws-sdk:logs:putLogEvents",
                Parameters: { LogGroupName: "g", LogStreamName: "s", LogEvents: [] },
                End: true,
            },
        },
    }
}

fn main() {}
