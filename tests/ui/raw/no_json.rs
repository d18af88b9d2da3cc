//! A comma too many.

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
    #[resource(properties = r#"{"ShardCount": 1,}"#)]
    clicks: Stream,
}

fn main() {}
