//! An output whose value is no reference.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(value = "bill_customer.arn")]
    billing: Output,
}

fn main() {}
