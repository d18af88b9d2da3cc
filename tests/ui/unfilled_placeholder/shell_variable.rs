//! A variable of a shell, which looks like a placeholder.

stack::state_machine! {
    Buying {
        StartAt: bill,
        States: {
            bill: Pass { Result: { command: "cd ${HOME} && ls" }, End: true },
        },
    }
}

fn main() {}
