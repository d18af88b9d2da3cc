//! A text of a property with a resource, and no parameter of it.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", description = "takes from ${jobs}")]
    bill_customer: Function,
    jobs: Queue,
}

fn main() {}
