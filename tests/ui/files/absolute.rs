//! A path that is not relative to the crate.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "/bill-customer.ts")]
    bill_customer: Function,
}

fn main() {}
