//! A substitution whose resource does not exist, used twice.

stack::state_machine! {
    #[substitutions(BillArn = bill_custmer.arn)]
    Buying in Eshop = r#"{
        "StartAt": "bill",
        "States": {
            "bill": { "Type": "Task", "Resource": "${BillArn}", "Next": "again" },
            "again": { "Type": "Task", "Resource": "${BillArn}", "End": true }
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
