//! A template where the definition of one of its machines belongs.

use stack::prelude::*;

state_machine! {
    Machine = r#"{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine" } } }"#
}

fn main() {}
