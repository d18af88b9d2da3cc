//! A placeholder without its last brace.

stack::state_machine! {
    Buying {
        StartAt: bill,
        States: {
            bill: Pass { Result: { region: "in ${AWS::Region" }, End: true },
        },
    }
}

fn main() {}
