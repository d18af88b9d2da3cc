//! A number that is written as a string, inside of an object.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: batch:submitJob,
                Parameters: {
                    JobName: "n", JobQueue: "q", JobDefinition: "d",
                    RetryStrategy: { Attempts: "3" },
                },
                End: true,
            },
        },
    }
}

fn main() {}
