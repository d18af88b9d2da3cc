//! A fault in a machine makes no other error in the crate.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    process: StateMachine<Process>,
}

state_machine! {
    Process in Shop {
        StartAt: a,
        States: { a: Pass { Next: bil }, bill: Succeed },
    }
}

pub fn template() -> Result<stack::Template, stack::Error> {
    Shop::template()
}

fn main() {}
