//! A template for a secret without the key of the password.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(secret_string_template = r#"{"user": "shop"}"#)]
    database: Secret,
}

fn main() {}
