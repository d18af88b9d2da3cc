//! An inline Map tolerates no failure.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Map {
                ToleratedFailurePercentage: 5,
                ItemProcessor: { ProcessorConfig: { Mode: INLINE }, StartAt: x, States: { x: Succeed } },
                End: true,
            },
        },
    }
}

fn main() {}
