//! A function and a machine that need each other, by references in texts.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("MACHINE", "at ${buying.arn}")])]
    bill_customer: Function,
    buying: StateMachine<Buying>,
}

state_machine! {
    Buying in Eshop {
        StartAt: bill,
        States: { bill: Task { Resource: "${bill_customer.arn}:live", End: true } },
    }
}

fn main() {}
