//! Two overrides, one of them with a value that is no JSON.

use stack::Value;
use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(overrides = [
        ("JobsQueue", "DelaySeconds", 3),
        ("JobsQueue", "Tags", Value::json(r#"[{"Key": "a" "Value": "b"}]"#)),
    ])]
    jobs: Queue,
}

fn main() {}
