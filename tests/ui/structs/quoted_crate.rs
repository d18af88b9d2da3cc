//! The crate as a text, where it is a path.

use stack::prelude::*;

#[derive(Stack)]
#[stack(crate = "stack")]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
}

fn main() {}
