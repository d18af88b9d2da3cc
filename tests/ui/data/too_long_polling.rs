//! More seconds than SQS waits.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(long_polling_seconds = 30)]
    orders: Queue,
}

fn main() {}
