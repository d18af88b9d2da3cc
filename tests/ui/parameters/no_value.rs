//! A parameter where its value belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(default = "dev")]
    stage: Parameter,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("STAGE", stage)])]
    bill_customer: Function,
}

fn main() {}
