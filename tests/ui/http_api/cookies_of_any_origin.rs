//! Cookies from anywhere.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(routes = [("GET /orders", bill_customer.arn)], cors, cors_allow_credentials)]
    api: HttpApi,
}

fn main() {}
