//! A definition of AWS SAM whose function nothing names.

stack::state_machine! {
    Buying in Eshop = r#"{
        "StartAt": "bill",
        "States": {
            "bill": { "Type": "Task", "Resource": "${BillArn}", "End": true }
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
