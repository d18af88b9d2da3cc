//! A format with more places than values.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "text.$": "States.Format('{} of {}', $.done)" }, End: true },
        },
    }
}

fn main() {}
