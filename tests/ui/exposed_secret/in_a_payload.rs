//! A secret that CloudFormation would write into the definition.

stack::state_machine! {
    Buying {
        StartAt: bill,
        States: {
            bill: Pass { Result: { token: "{{resolve:secretsmanager:shop:SecretString:token}}" }, End: true },
        },
    }
}

fn main() {}
