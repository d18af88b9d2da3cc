//! Two machines in one call.

use stack::prelude::*;

state_machine! {
    First {
        StartAt: a,
        States: { a: Succeed },
    }
    Second {
        StartAt: a,
        States: { a: Succeed },
    }
}

fn main() {}
