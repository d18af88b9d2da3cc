//! A function that needs its own ARN.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("SELF", bill_customer.arn)])]
    bill_customer: Function,
}

fn main() {}
