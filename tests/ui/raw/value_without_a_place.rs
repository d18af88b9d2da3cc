//! A value that the properties do not mention.

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
    #[resource(properties = r#"{"Name": "${nam}"}"#, values = [("name", "clicks")])]
    clicks: Stream,
}

fn main() {}
