//! JSON that is none.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", overrides = [("BillCustomerFunction", "Tags", stack::Value::json("[a]"))])]
    bill_customer: Function,
}

fn main() {}
