//! Something that is no kind.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(name = "jobs")]
    jobs: Imported<String>,
}

fn main() {}
