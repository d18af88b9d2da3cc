//! An input that is not JSON.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(schedule_rate = "rate(1 day)", target = bill_customer.arn, input = "{'full': true}")]
    trigger: Schedule,
}

fn main() {}
