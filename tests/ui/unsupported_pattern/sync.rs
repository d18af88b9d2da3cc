//! Publishing is no job that one could wait for.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: sns:publish.sync,
                Parameters: { TopicArn: "arn:aws:sns:eu-west-1:111122223333:t", Message: "m" },
                End: true,
            },
        },
    }
}

fn main() {}
