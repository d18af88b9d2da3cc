//! A key's type in DynamoDB's own letter.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = ("id", "S"))]
    orders: Table,
}

fn main() {}
