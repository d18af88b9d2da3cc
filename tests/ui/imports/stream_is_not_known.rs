//! A stream's ARN does not follow from the table's.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(name = "orders")]
    orders: Imported<Table>,

    #[resource(
        entryfile_path = "examples/eshop/bill-customer.ts",
        iam_role_statements = [("dynamodb:GetRecords", orders.stream_arn)],
    )]
    watch: Function,
}

fn main() {}
