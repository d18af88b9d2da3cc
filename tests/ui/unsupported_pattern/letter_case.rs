//! The suffix is misspelt.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: batch:submitJob.Sync,
                Arguments: { JobName: "n", JobQueue: "q", JobDefinition: "d" },
                End: true,
            },
        },
    }
}

fn main() {}
