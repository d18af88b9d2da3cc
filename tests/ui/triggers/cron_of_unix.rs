//! A cron in the words of Unix.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(schedule_rate = "cron(0 9 * * MON)", target = bill_customer.arn)]
    trigger: Schedule,
}

fn main() {}
