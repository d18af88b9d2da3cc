//! A machine where a `StateMachine` of it belongs, and others use the resource.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    eshop_buying_process: BuyingProcess,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [eshop_buying_process])]
    bill_customer: Function,

    #[resource(
        schedule_rate = "rate(1 day)",
        target = eshop_buying_process.arn,
        on_delivery_failure = eshop_buying_process.arn,
    )]
    every_day: Schedule,

    other: StateMachine<Other>,
}

state_machine! {
    BuyingProcess in Eshop { StartAt: done, States: { done: Succeed } }
}

state_machine! {
    Other in Eshop {
        StartAt: buy,
        States: {
            buy: Task {
                Resource: states:startExecution,
                Parameters: { StateMachineArn: eshop_buying_process.arn, "Input.$": "$" },
                End: true,
            },
        },
    }
}

fn main() {}
