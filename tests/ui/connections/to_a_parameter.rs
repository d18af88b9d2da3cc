//! A parameter where a resource belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [jobs.arn])]
    take: Function,
    jobs: Queue,
}

fn main() {}
