//! The same in a definition that is a text.

stack::state_machine! {
    Buying in Eshop = r#"{
        "StartAt": "bill",
        "States": {
            "bill": { "Type": "Pass", "Result": "at ${jobs.ulr}?now", "End": true }
        }
    }"#
}

#[derive(stack::Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: stack::Function,
    jobs: stack::Queue,
}

fn main() {}
