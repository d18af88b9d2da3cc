//! A path that starts at the resource.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", overrides = [("BillCustomerFunction", "Properties.Timeout", 60)])]
    bill_customer: Function,
}

fn main() {}
