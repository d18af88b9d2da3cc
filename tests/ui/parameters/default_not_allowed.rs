//! A default that is not among the allowed values.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(default = "test", allowed = ["dev", "prod"])]
    stage: Parameter,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("STAGE", stage.value)])]
    bill_customer: Function,
}

fn main() {}
