//! Of a long string only the part around the fault is shown.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "text.$": "States.Format('Stock for product {} is {}, which is below the threshold of {}. An order was sent.', $.productId, $.stock, threshold)" }, End: true },
        },
    }
}

fn main() {}
