//! A value that is not in a list.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(event_pattern = r#"{"source": "shop"}"#, target = bill_customer.arn)]
    trigger: EventRule,
}

fn main() {}
