//! A unit that there is not.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(schedule_rate = "rate(2 weeks)", target = bill_customer.arn)]
    trigger: Schedule,
}

fn main() {}
