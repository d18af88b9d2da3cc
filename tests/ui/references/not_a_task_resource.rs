//! A log group is nothing that a task can run.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    process: StateMachine<Process>,
}

state_machine! {
    Process in Eshop {
        StartAt: bill,
        States: {
            bill: Task { Resource: bill_customer.log_group_arn, Next: done },
            done: Succeed,
        },
    }
}

fn main() {}
