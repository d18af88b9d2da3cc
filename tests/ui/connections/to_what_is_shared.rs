//! What the stack shares is no resource to connect to.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [shared])]
    take: Function,
}

fn main() {}
