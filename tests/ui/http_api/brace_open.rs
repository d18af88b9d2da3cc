//! A brace that is not closed.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(routes = [("GET /orders/{id", bill_customer.arn)])]
    api: HttpApi,
}

fn main() {}
