//! A machine without a name.

use stack::prelude::*;

state_machine! {
    { StartAt: a, States: { a: Succeed } }
}

fn main() {}
