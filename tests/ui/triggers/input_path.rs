//! A path into an event starts with `$`; it is no file.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(event_pattern = r#"{"source": ["shop"]}"#, input_path = "detail", target = bill_customer.arn)]
    order_placed: EventRule,
}

fn main() {}
