//! A definition of more characters than AWS accepts.

use stack::prelude::*;

state_machine! {
    Machine = "large/definition.asl.json"
}

fn main() {}
