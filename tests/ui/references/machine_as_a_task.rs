//! A state machine is started by an integration; a task cannot run it itself.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    billing: StateMachine<Billing>,
    process: StateMachine<Process>,
}

state_machine! {
    Billing { StartAt: done, States: { done: Succeed } }
}

state_machine! {
    Process in Eshop {
        StartAt: bill,
        States: {
            bill: Task { Resource: billing.arn, End: true },
        },
    }
}

fn main() {}
