//! Statements that IAM refuses.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("s*:GetObject", "*")])]
    wildcard_in_a_service: Function,
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("s3:GetObject", "arn:aws:s3:b")])]
    too_few_parts: Function,
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("s3:GetObject", "arn:aws:s3*:::b")])]
    wildcard_in_an_arn: Function,
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("s3:GetObject", "arn:aws:s3:eu-west-1::b")])]
    region_of_a_bucket: Function,
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("s3:GetObject", "arn:aws:s3::123456789012:b")])]
    account_of_a_bucket: Function,
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("iam:GetRole", "arn:aws:iam:eu-west-1:123456789012:role/x")])]
    region_of_a_role: Function,
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", iam_role_statements = [("s3:GetObject", "arn:foo:s3:::b")])]
    partition: Function,
}

fn main() {}
