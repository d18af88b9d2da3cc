//! The name of a machine is misspelt, and others use the resource.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    eshop_buying_process: StateMachine<BuyingProces>,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [eshop_buying_process])]
    bill_customer: Function,

    #[resource(schedule_rate = "rate(1 day)", target = eshop_buying_process.arn)]
    every_day: Schedule,
}

state_machine! {
    BuyingProcess in Eshop { StartAt: done, States: { done: Succeed } }
}

fn main() {}
