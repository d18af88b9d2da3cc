//! A variable that only one path through a choice assigns.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Billing {
        StartAt: isVip,
        States: {
            isVip: Choice {
                Choices: [{ Variable: "$.vip", IsPresent: true, Next: rebate }],
                Default: bill,
            },
            rebate: Pass { Assign: { rebate: 5 }, Next: bill },
            bill: Pass { Parameters: { "price.$": "$.price", "rebate.$": "$rebate" }, End: true },
        },
    }
}

fn main() {}
