//! A part of a resource where one of its parameters belongs: rustc knows its type, and the derive does not.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("BILL", bill_customer.lambda_function)])]
    notify: Function,
}

fn main() {}
