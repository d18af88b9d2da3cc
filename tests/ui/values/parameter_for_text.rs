//! A parameter of another resource where a fixed text belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", description = bill_customer.arn)]
    notify: Function,
}

fn main() {}
