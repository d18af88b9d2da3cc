//! Days without a prefix.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(expiration = 30)]
    uploads: Bucket,
}

fn main() {}
