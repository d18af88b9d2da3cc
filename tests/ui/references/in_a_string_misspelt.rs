//! A reference inside of a string to a parameter that there is not.

stack::state_machine! {
    Buying in Eshop {
        StartAt: bill,
        States: {
            bill: Pass { Result: { url: "at ${jobs.ulr}?now" }, End: true },
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
