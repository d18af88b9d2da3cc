//! An integration is told nothing at all.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: aws-sdk:s3:getObject, End: true },
        },
    }
}

fn main() {}
