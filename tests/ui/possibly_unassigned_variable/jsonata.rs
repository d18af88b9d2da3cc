//! A variable that is missing after an error, which was caught before the variable was assigned.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Billing {
        QueryLanguage: JSONata,
        StartAt: price,
        States: {
            price: Task {
                Resource: lambda:invoke,
                Arguments: { FunctionName: "price" },
                Assign: { price: "{% $states.result.Payload %}" },
                Catch: [{ ErrorEquals: [States.ALL], Next: report }],
                Next: report,
            },
            report: Succeed { Output: "{% $price.total * 1.2 %}" },
        },
    }
}

fn main() {}
