//! A topic's ARN for a queue.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(arn = "arn:aws:sns:eu-west-1:111122223333:jobs")]
    jobs: Imported<Queue>,
}

fn main() {}
