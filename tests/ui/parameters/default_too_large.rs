//! A default that is more than a parameter may be.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(parameter_type = "Number", default = "100", max_value = 60)]
    retries: Parameter,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("RETRIES", retries.value)])]
    bill_customer: Function,
}

fn main() {}
