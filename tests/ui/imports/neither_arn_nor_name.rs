//! Nothing says which queue it is.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    jobs: Imported<Queue>,
}

fn main() {}
