//! An option of the struct with a wrong value.

use stack::prelude::*;

#[derive(Stack)]
#[stack(vpc = "parameters")]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
}

fn main() {}
