//! A type with dots.

use stack::param::Text;
use stack::prelude::*;

stack::cloudformation! {
    /// A stream of Kinesis.
    Stream = "AWS.Kinesis.Stream" {
        /// Its ARN.
        arn: Text = GetAtt("Arn");
    }
}

#[derive(Stack)]
struct Shop {
    clicks: Stream,
}

fn main() {}
