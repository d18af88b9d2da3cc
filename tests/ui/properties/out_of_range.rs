//! A number outside of its range.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory = 64)]
    bill_customer: Function,
}

fn main() {}
