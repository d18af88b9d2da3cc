//! Names, tags and texts that AWS refuses.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(name = "192.168.0.1")]
    ip_address: Bucket,
    #[resource(name = "sthree-abc")]
    reserved_start: Bucket,
    #[resource(name = "abc--x-s3")]
    reserved_end: Bucket,
    #[resource(tags = [("k<>|", "v")])]
    tag: Queue,
    #[resource(exclude_characters = "0123456789")]
    no_digit: Secret,
    #[resource(parameter_type = "AWS::Foo::Bar")]
    unknown_type: Parameter,
    #[resource(parameter_type = "Number", allowed = ["a"])]
    no_number: Parameter,
}

fn main() {}
