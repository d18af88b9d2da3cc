//! A reference in a machine that belongs to no stack.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: bill_customer.arn, End: true },
        },
    }
}

fn main() {}
