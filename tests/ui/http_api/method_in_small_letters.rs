//! A method in small letters.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(routes = [("get /orders", bill_customer.arn)])]
    api: HttpApi,
}

fn main() {}
