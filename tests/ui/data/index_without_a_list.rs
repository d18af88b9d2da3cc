//! The keys of an index that are no list.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = ("id", "string"), secondary_indexes = [("by-status", ("status", "string"))])]
    orders: Table,
}

fn main() {}
