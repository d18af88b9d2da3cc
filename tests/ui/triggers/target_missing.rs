//! A schedule without a target.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(schedule_rate = "rate(1 day)")]
    trigger: Schedule,
}

fn main() {}
