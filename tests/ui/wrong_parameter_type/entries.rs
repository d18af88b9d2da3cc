//! One entry stands where a list of them belongs.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: events:putEvents,
                Parameters: { Entries: { Source: "shop", DetailType: "sold", Detail: {} } },
                End: true,
            },
        },
    }
}

fn main() {}
