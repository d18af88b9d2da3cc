//! A stack without resources.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {}

fn main() {}
