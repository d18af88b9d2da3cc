//! Two names that give the same logical id.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill__customer: Function,
}

fn main() {}
