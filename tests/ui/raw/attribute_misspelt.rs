//! How an attribute is asked for is misspelt.

use stack::param::Text;

stack::cloudformation! {
    Cluster = "AWS::ECS::Cluster" {
        arn: Text = GetAt("Arn");
    }
}

fn main() {}
