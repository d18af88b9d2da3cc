//! A function and a machine that need each other, the machine by a substitution.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("MACHINE", buying.arn)])]
    bill_customer: Function,
    buying: StateMachine<Buying>,
}

state_machine! {
    #[substitutions(BillArn = bill_customer.arn)]
    Buying in Eshop = r#"{
        "StartAt": "bill",
        "States": { "bill": { "Type": "Task", "Resource": "${BillArn}", "End": true } }
    }"#
}

fn main() {}
