//! A text of a property with a pseudo parameter that there is not.

use stack::prelude::*;

#[derive(Stack)]
struct Eshop {
    #[resource(name = "jobs-${AWS::Regoin}")]
    jobs: Queue,
}

fn main() {}
