//! A reference inside of a string, in a machine that names no stack.

stack::state_machine! {
    Buying {
        StartAt: bill,
        States: {
            bill: Pass { Result: { url: "at ${jobs.url}" }, End: true },
        },
    }
}

fn main() {}
