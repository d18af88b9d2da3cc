//! A fraction where a text or an integer belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("RATE", 1.5)])]
    bill_customer: Function,
}

fn main() {}
