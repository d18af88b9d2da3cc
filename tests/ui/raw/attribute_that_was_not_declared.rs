//! An attribute that the declaration does not have.

use stack::param::Text;
use stack::prelude::*;

stack::cloudformation! {
    /// A stream of Kinesis.
    Stream = "AWS::Kinesis::Stream" {
        /// Its ARN.
        arn: Text = GetAtt("Arn");
    }
}

#[derive(Stack)]
struct Shop {
    clicks: Stream,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", environment = [("STREAM", clicks.name)])]
    count: Function,
}

fn main() {}
