//! A pseudo parameter that there is not.

stack::state_machine! {
    Buying {
        StartAt: bill,
        States: {
            bill: Pass { Result: { region: "in ${AWS::Regoin}" }, End: true },
        },
    }
}

fn main() {}
