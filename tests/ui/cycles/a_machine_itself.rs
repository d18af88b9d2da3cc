//! A machine that starts itself by a reference to itself.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    buying: StateMachine<Buying>,
}

state_machine! {
    Buying in Shop {
        StartAt: again,
        States: {
            again: Task {
                Resource: states:startExecution,
                Parameters: { StateMachineArn: buying.arn },
                End: true,
            },
        },
    }
}

fn main() {}
