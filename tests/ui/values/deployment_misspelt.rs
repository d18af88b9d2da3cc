//! What every deployment has, misspelt.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(
        entryfile_path = "examples/eshop/bill-customer.ts",
        iam_role_statements = [("s3:GetObject", "arn:${AWS::Partiton}:s3:::invoices/*")],
    )]
    bill_customer: Function,
}

fn main() {}
