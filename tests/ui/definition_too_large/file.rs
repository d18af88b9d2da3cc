//! A definition in a file that AWS does not take. `tests/ui.rs` makes the file.

use stack::prelude::*;

state_machine! {
    Machine = "large/definition.asl.json"
}

fn main() {}
