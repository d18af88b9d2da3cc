//! A text of a property with a placeholder that is not closed.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", description = "takes from ${jobs.url")]
    bill_customer: Function,
    jobs: Queue,
}

fn main() {}
