//! A text of a property with a parameter that there is not.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("URL", "at ${jobs.ulr}")])]
    bill_customer: Function,
    jobs: Queue,
}

fn main() {}
