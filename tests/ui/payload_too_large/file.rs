//! A result of more bytes than the data of a state may have. `tests/ui.rs` makes the file.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine = "large/payload.asl.json"
}

fn main() {}
