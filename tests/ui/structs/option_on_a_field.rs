//! An option of the struct on a field.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[stack(vpc = parameters)]
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
}

fn main() {}
