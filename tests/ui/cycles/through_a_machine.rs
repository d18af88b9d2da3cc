//! A function that needs the machine that runs it.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("PROCESS", process.arn)])]
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
