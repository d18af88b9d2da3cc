//! Every fault is reported, each once.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: bil },
            bill: Wait { Seconds: "5", Next: done },
            done: Succeed { Retry: [] },
        },
    }
}

fn main() {}
