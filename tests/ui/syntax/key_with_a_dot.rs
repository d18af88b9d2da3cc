//! A key with a dot needs quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { amount.$: "$.x" }, End: true },
        },
    }
}

fn main() {}
