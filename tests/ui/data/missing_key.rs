//! A table without a key.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(ttl = "expires")]
    orders: Table,
}

fn main() {}
