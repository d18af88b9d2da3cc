//! What `cargo stack convert` writes of a definition with placeholders: somebody has to say what they are.

stack::state_machine! {
    // In place of `..`, say what it is: `bill_customer.arn`, `"text"` or a number.
    #[substitutions(
        BillArn = ..,
    )]
    Buying {
        StartAt: bill,
        States: {
            bill: Task { Resource: "${BillArn}", End: true },
        },
    }
}

fn main() {}
