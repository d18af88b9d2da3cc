//! A kind is misspelt, and its properties are lists of several lengths.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(
        partition_key = ("id", "string"),
        secondary_indexes = [("by-day", [("day", "number"), ("id", "string")]), ("by-status", [("status", "string")])],
    )]
    orders: Tabel,
}

fn main() {}
