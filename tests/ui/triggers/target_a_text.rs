//! A target that is no reference.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(schedule_rate = "rate(1 day)", target = "arn:aws:lambda:eu-west-1:111122223333:function:bill")]
    trigger: Schedule,
}

fn main() {}
