//! Two properties of a resource are out of range, and one of another: all are said at once.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory = 64, timeout = 1000)]
    bill_customer: Function,

    #[resource(visibility_timeout_seconds = 30, delay_messages_second = 3600)]
    jobs: Queue,
}

fn main() {}
