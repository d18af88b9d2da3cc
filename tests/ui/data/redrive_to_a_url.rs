//! A queue's URL where its ARN belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(redrive_target = failed.url, max_receive_count = 3)]
    orders: Queue,
    failed: Queue,
}

fn main() {}
