//! A string in the JSON of a property with a name that nothing fills in.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,
    #[resource(event_pattern = r#"{"source": ["${Source}"]}"#, target = bill_customer.arn)]
    rule: EventRule,
}

fn main() {}
