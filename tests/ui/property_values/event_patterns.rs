//! Event patterns that EventBridge refuses.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    hold: Function,
    #[resource(event_pattern = r#"{"$or": [{"source": ["a"]}]}"#, target = hold.arn)]
    one_alternative: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"numeric": ["~", 5]}]}}"#, target = hold.arn)]
    numeric_operator: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"numeric": [">"]}]}}"#, target = hold.arn)]
    numeric_incomplete: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"numeric": [">", 5, "<", 1]}]}}"#, target = hold.arn)]
    numeric_range: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"prefix": 5}]}}"#, target = hold.arn)]
    prefix_number: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"prefix": {"foo": "a"}}]}}"#, target = hold.arn)]
    prefix_object: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"wildcard": "a**b"}]}}"#, target = hold.arn)]
    wildcard_twice: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"wildcard": "a\\q"}]}}"#, target = hold.arn)]
    wildcard_escape: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"cidr": "10.0.0.0/99"}]}}"#, target = hold.arn)]
    cidr: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"equals-ignore-case": 5}]}}"#, target = hold.arn)]
    ignore_case_number: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"anything-but": {"foo": "x"}}]}}"#, target = hold.arn)]
    anything_but_other: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"anything-but": []}]}}"#, target = hold.arn)]
    anything_but_empty: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"anything-but": ["a", 5]}]}}"#, target = hold.arn)]
    anything_but_mixed: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"anything-but": null}]}}"#, target = hold.arn)]
    anything_but_null: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"anything-but": {"equals-ignore-case": 5}}]}}"#, target = hold.arn)]
    anything_but_number: EventRule,
    #[resource(event_pattern = r#"{"detail": {"x": [{"anything-but-ignore-case": "y"}]}}"#, target = hold.arn)]
    anything_but_ignore_case: EventRule,
}

fn main() {}
