//! A substitution whose name is not the declared one.

stack::state_machine! {
    #[substitutions(BillArn = bill_customer.arn)]
    Buying in Eshop {
        StartAt: bill,
        States: {
            bill: Task { Resource: "${BillArn}", Next: again },
            again: Task { Resource: "${BilArn}", End: true },
        },
    }
}

#[derive(stack::Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: stack::Function,
    jobs: stack::Queue,
}

fn main() {}
