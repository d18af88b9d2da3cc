//! A reference to a parameter that a function does not have.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("BILL", bill_customer.urn)])]
    notify: Function,
}

fn main() {}
