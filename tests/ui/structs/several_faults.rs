//! Several faults of the struct, all reported.

use stack::prelude::*;

#[derive(Stack)]
#[stack(vpc)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    shared: Function,

    #[resource(entryfile_path = "bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", memory: 512)]
    notify: Function,
}

fn main() {}
