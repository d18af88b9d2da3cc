//! A topic where a queue belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(redrive_target = news.arn, max_receive_count = 3)]
    orders: Queue,
    news: Topic,
}

fn main() {}
