//! A reference to a resource whose name is like no other.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("REFUND", refund.arn)])]
    notify: Function,
}

fn main() {}
