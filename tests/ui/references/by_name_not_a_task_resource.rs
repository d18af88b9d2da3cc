//! A reference in a string to what no task can run.

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
            bill: Task { Resource: "$ResourceParam('billCustomer', 'LambdaLogGroup::Arn')", Next: done },
            done: Succeed,
        },
    }
}

fn main() {}
