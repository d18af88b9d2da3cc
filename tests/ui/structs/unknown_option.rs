//! An option of the struct that does not exist.

use stack::prelude::*;

#[derive(Stack)]
#[stack(crat = stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
}

fn main() {}
