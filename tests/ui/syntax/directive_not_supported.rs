//! A directive of Stacktape that does not exist here.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: { arn: "$CfResourceParam('orders', 'Arn')" }, End: true },
        },
    }
}

fn main() {}
