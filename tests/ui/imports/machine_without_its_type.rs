//! A machine of the stack's own without its definition.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    process: StateMachine,
}

fn main() {}
