//! The URL of a function that has none, in a machine.

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
        States: { bill: Pass { Parameters: { url: bill_customer.url }, End: true } },
    }
}

fn main() {}
