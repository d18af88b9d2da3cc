//! A union where a struct belongs.

use stack::prelude::*;

#[derive(Stack)]
union Eshop {
    bill_customer: u8,
}

fn main() {}
