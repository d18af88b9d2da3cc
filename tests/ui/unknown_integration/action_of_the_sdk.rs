//! An action of the AWS SDK is misspelt.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: aws-sdk:s3:getObjct,
                Parameters: { Bucket: "b", Key: "k" },
                End: true,
            },
        },
    }
}

fn main() {}
