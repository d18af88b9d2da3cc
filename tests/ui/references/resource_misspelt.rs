//! A reference to a resource that is not in the stack.

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
            bill: Task { Resource: bill_custmer.arn, Next: done },
            done: Succeed,
        },
    }
}

fn main() {}
