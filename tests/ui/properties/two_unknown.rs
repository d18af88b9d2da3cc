//! Two faults in one attribute: both are reported.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memry = 512, timeot = 3)]
    bill_customer: Function,
}

fn main() {}
