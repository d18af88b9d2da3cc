//! Two machines of one name.

use stack::prelude::*;

state_machine! {
    Buying {
        StartAt: hold,
        States: { hold: Pass { Next: done }, done: Succeed },
    }
}

state_machine! {
    Buying {
        StartAt: bill,
        States: { bill: Succeed },
    }
}

#[derive(Stack)]
struct Eshop {
    buying: StateMachine<Buying>,
}

fn main() {}
