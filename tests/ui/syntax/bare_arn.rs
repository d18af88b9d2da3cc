//! An ARN without its quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: arn:aws:lambda:us-east-1:123456789012:function:f, End: true },
        },
    }
}

fn main() {}
