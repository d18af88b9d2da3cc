//! An Express machine does not wait for a job.

use stack::prelude::*;

state_machine! {
    #[express]
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: batch:submitJob.sync,
                Parameters: { JobName: "n", JobQueue: "q", JobDefinition: "d" },
                End: true,
            },
        },
    }
}

fn main() {}
