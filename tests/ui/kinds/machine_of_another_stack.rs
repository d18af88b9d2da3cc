//! A machine that belongs to another stack.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    process: StateMachine<Process>,
}

#[derive(Stack)]
struct Payments {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
}

state_machine! {
    Process in Payments {
        StartAt: bill,
        States: { bill: Task { Resource: bill_customer.arn, End: true } },
    }
}

fn main() {}
