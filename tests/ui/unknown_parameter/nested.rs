//! A misspelt member of an entry.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: events:putEvents,
                Parameters: { Entries: [{ Source: "shop", DetailTyp: "sold", "Detail.$": "$" }] },
                End: true,
            },
        },
    }
}

fn main() {}
