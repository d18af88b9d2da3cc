//! A negative number where none is allowed.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory = -1)]
    bill_customer: Function,
}

fn main() {}
