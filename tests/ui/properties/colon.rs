//! A colon where `=` belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory: 512)]
    bill_customer: Function,
}

fn main() {}
