//! A definition in a file that is not there.

use stack::prelude::*;

state_machine! { Machine = "tests/ui/syntax/nope.asl.json" }

fn main() {}
