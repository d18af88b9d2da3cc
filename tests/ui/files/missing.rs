//! A file that is not there, but one with nearly its name is.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bil-customer.ts")]
    bill_customer: Function,
}

fn main() {}
