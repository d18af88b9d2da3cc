//! An enum where a struct belongs.

use stack::prelude::*;

#[derive(Stack)]
enum Eshop {
    BillCustomer,
}

fn main() {}
