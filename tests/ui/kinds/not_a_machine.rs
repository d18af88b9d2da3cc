//! A state machine of a type that is none.

use stack::prelude::*;

struct Process;

#[derive(Stack)]
struct Eshop {
    process: StateMachine<Process>,
}

fn main() {}
