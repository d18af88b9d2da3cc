//! A storage class that S3 does not have.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(class_transition = [("reports/", "GLACIER_INSTANT", 30)])]
    uploads: Bucket,
}

fn main() {}
