//! A name with letters that CloudFormation does not take.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    überweisung: Function,
}

fn main() {}
