//! JSON that is not in a string.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(event_pattern = { "source": ["aws.s3"] }, target = notify.arn)]
    uploads: EventRule,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    notify: Function,
}

fn main() {}
