//! Ten states with a fault each, of ten kinds.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Ten {
        StartAt: one,
        States: {
            one: Pass { Resutl: 1, Next: two },
            two: Task { Resource: "arn:aws:lambda:eu-west-1:123456789012:function:f", TimeoutSeconds: 0, Next: three },
            three: Wait { Seconds: "10", Next: four },
            four: Pass { Parameters: { "id.$": "id" }, Next: five },
            five: Pass { ResultPath: "$.a[*]", Next: six },
            six: Task {
                Resource: "arn:aws:lambda:eu-west-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [State.ALL] }],
                Next: seven,
            },
            seven: Pass { Parameters: { "text.$": "States.Format('{}', $.a" }, Next: eight },
            eight: Pass { QueryLanguage: JSONata, Output: "{% order.id %}", Next: nine },
            nine: Pass { Next: tn },
            ten: Fail { Error: "E", End: true },
        },
    }
}

fn main() {}
