//! A generic struct.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop<T> {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    process: StateMachine<T>,
}

pub fn template() -> Result<stack::Template, stack::Error> {
    Eshop::template()
}

fn main() {}
