//! A bus that is none.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(event_pattern = r#"{"source": ["shop"]}"#, target = bill_customer.arn, event_bus = bill_customer.name)]
    trigger: EventRule,
}

fn main() {}
