//! A text of a property with a name that nothing fills in.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("STAGE", "${Stage}")])]
    bill_customer: Function,
}

fn main() {}
