//! Two functions that are connected to each other.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [ship])]
    take: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [take])]
    ship: Function,
}

fn main() {}
