//! The properties of a resource on the struct.

use stack::prelude::*;

#[derive(Stack)]
#[resource(memory = 512)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
}

fn main() {}
