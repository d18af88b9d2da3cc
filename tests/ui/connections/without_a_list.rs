//! One resource without the brackets of a list.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = jobs)]
    take: Function,
    jobs: Queue,
}

fn main() {}
