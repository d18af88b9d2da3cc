//! A role of another partition.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:eu-west-1:123456789012:function:f",
                Credentials: { RoleArn: "arn:aws-cn:iam::123456789012:role/r" },
                End: true,
            },
        },
    }
}

fn main() {}
