//! A target that cannot be started.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(schedule_rate = "rate(1 day)", target = bill_customer.lambda_role.arn)]
    trigger: Schedule,
}

fn main() {}
