//! Two functions that need each other.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("NOTIFY", notify.arn)])]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("BILL", bill_customer.arn)])]
    notify: Function,
}

fn main() {}
