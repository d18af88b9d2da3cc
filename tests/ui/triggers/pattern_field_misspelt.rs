//! A field of the event that no event has.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(event_pattern = r#"{"source": ["shop"], "detailType": ["OrderPlaced"]}"#, target = bill_customer.arn)]
    trigger: EventRule,
}

fn main() {}
