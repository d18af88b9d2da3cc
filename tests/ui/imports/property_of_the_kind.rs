//! A property of a queue that is created.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(name = "jobs", fifo_enabled = true)]
    jobs: Imported<Queue>,
}

fn main() {}
