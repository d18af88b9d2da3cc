//! The URL of a function that has none, in an environment.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("BILL", bill_customer.url)])]
    notify: Function,
}

fn main() {}
