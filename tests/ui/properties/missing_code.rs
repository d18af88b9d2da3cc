//! A function without code.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(memory = 512)]
    bill_customer: Function,
}

fn main() {}
