//! Actions begin with a small letter, unlike in the API.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: aws-sdk:secretsmanager:GetSecretValue,
                Arguments: { SecretId: "s" },
                End: true,
            },
        },
    }
}

fn main() {}
