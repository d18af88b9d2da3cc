//! A folder where a file belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop")]
    bill_customer: Function,
}

fn main() {}
