//! A heartbeat that comes after the timeout.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:lambda:us-east-1:123456789012:function:f", TimeoutSeconds: 5, HeartbeatSeconds: 10, End: true },
        },
    }
}

fn main() {}
