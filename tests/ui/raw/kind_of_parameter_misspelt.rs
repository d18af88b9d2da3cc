//! What a parameter is, is misspelt.

use stack::param::*;

stack::cloudformation! {
    Reader = "AWS::IAM::Role" {
        arn: RoleArm = GetAtt("Arn");
        name: RoleName = Ref;
    }
}

fn main() {}
