//! A YAML file as a machine's body, in a crate that does not turn the feature on.

use stack::prelude::*;

state_machine! { Buying = "workflows/buying.asl.yaml" }

fn main() {}
