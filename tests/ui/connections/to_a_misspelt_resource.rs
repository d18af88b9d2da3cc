//! A resource that the stack does not have.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [job])]
    take: Function,
    jobs: Queue,
}

fn main() {}
