//! A route to a name.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(routes = [("GET /orders", bill_customer.name)])]
    api: HttpApi,
}

fn main() {}
