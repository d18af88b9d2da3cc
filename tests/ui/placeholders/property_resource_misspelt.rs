//! A text of a property with a resource that there is not.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", description = "takes from ${job.url}")]
    bill_customer: Function,
    jobs: Queue,
}

fn main() {}
