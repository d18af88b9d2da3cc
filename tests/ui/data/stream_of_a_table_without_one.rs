//! A stream that the table does not have.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = ("id", "string"))]
    orders: Table,

    #[resource(
        entryfile_path = "examples/eshop/bill-customer.ts",
        iam_role_statements = [("dynamodb:GetRecords", orders.stream_arn)],
    )]
    watch: Function,
}

fn main() {}
