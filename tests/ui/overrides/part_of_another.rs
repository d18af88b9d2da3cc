//! The logical id of another resource.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", overrides = [("HoldFunction", "Timeout", 60)])]
    bill_customer: Function,
}

fn main() {}
