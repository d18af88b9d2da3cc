//! A reference to a resource of another stack by its name.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    orders: Queue,
}

#[derive(Stack)]
struct Shipping {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("ORDERS", Shop.orders.url)])]
    ship: Function,
}

fn main() {}
