//! A reference to a resource that the stack does not have.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("BILL", bil_customer.arn)])]
    notify: Function,
}

fn main() {}
