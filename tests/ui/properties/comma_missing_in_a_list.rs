//! A comma is missing between two resources.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [orders jobs])]
    bill_customer: Function,

    #[resource(partition_key = ("id", "string"))]
    orders: Table,
    jobs: Queue,
}

fn main() {}
