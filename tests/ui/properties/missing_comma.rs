//! Two properties without a comma between them.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory = 512 timeout = 3)]
    bill_customer: Function,
}

fn main() {}
