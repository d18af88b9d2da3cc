//! A comma is missing between two pairs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("COUNT", 3) ("STAGE", "dev")])]
    bill_customer: Function,
}

fn main() {}
