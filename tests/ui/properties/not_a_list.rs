//! An attribute that is no list.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource = "bill-customer.ts"]
    bill_customer: Function,
}

fn main() {}
