//! A secret in the environment of a function, where everybody who may see the configuration reads it.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(
        entryfile_path = "examples/eshop/bill-customer.ts",
        environment = [("TOKEN", "{{resolve:secretsmanager:shop:SecretString:token}}")],
    )]
    bill_customer: Function,
}

fn main() {}
