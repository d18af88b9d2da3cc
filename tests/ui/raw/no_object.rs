//! JSON that is no object.

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
    #[resource(properties = "3")]
    clicks: Stream,
}

fn main() {}
