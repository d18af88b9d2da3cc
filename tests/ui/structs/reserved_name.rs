//! A resource with the name of what the stack shares.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    shared: Function,
}

fn main() {}
