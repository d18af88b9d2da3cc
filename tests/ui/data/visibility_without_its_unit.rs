//! A property without the unit in its name.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(visibility_timeout = 60)]
    orders: Queue,
}

fn main() {}
