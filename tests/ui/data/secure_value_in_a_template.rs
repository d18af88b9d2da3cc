//! The value of a parameter that is encrypted.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(name = "/shop/key", secure)]
    key: SsmParameter,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("KEY", key.value)])]
    bill: Function,
}

fn main() {}
