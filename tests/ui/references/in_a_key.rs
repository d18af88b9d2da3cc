//! A reference in a key, which CloudFormation cannot fill in.

stack::state_machine! {
    Buying in Eshop {
        StartAt: bill,
        States: {
            bill: Pass { Result: { "${jobs.name}": 1 }, End: true },
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
