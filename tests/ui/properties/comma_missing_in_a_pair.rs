//! A comma is missing between a name and its value.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("QUEUE" jobs.url), ("STAGE", "dev")])]
    bill_customer: Function,
    jobs: Queue,
}

fn main() {}
