//! A pair where a triple belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", overrides = [("BillCustomerFunction", 60)])]
    bill_customer: Function,
}

fn main() {}
