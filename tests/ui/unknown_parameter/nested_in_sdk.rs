//! A member of a list's items in an action of the AWS SDK, as the service's own documentation spells it.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: aws-sdk:batch:submitJob,
                Parameters: {
                    JobName: "n", JobQueue: "q", JobDefinition: "d",
                    RetryStrategy: { EvaluateOnExit: [{ onStatusReason: "Host EC2*", Action: "RETRY" }] },
                },
                End: true,
            },
        },
    }
}

fn main() {}
