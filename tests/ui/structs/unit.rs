//! A struct without fields, and without braces.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop;

fn main() {}
