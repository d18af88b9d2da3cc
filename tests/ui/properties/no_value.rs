//! A property without a value.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory = )]
    bill_customer: Function,
}

fn main() {}
