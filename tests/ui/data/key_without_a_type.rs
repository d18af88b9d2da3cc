//! A key that says no type.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = "id")]
    orders: Table,
}

fn main() {}
