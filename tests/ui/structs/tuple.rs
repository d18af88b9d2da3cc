//! Resources without names.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop(Function);

fn main() {}
