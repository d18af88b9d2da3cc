//! A substitution that is no function, where one is run.

stack::state_machine! {
    #[substitutions(BillArn = jobs.url)]
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
