//! A fault in a stack is not followed by others in its machines.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory: 512)]
    bill_customer: Function,

    process: StateMachine<Process>,
}

state_machine! {
    Process in Eshop {
        StartAt: bill,
        States: { bill: Task { Resource: bill_customer.arn, End: true } },
    }
}

fn main() {}
