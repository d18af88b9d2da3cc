//! A queue where something to start belongs.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    jobs: Queue,

    #[resource(event_pattern = r#"{"source": ["shop"]}"#, target = jobs.url)]
    trigger: EventRule,
}

fn main() {}
