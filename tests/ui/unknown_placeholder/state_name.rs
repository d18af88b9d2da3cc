//! A placeholder where a state is named.

stack::state_machine! {
    Buying {
        StartAt: "${First}",
        States: { bill: Pass { End: true } },
    }
}

fn main() {}
