//! A property that a function does not have.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memry = 512)]
    bill_customer: Function,
}

fn main() {}
