//! A placeholder without a value.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(event_pattern = r#"{"source": ["shop"]}"#, target = bill_customer.arn, input_paths = [("id", "$.detail.id")], input_template = r#"{"order": <order>}"#)]
    trigger: EventRule,
}

fn main() {}
