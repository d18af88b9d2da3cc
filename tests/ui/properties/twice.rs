//! A property that is set twice, in two attributes.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory = 512)]
    #[resource(memory = 1024)]
    bill_customer: Function,
}

fn main() {}
