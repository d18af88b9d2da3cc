//! The stack: a function that greets, and a workflow that runs it.

use stack::prelude::*;

/// One function and its workflow.
#[derive(Stack)]
pub(crate) struct Greetings {
    #[resource(entryfile_path = "greet.ts", memory = 128)]
    greet: Function,

    greeting: StateMachine<Greeting>,
}

state_machine! {
    /// Greets once.
    Greeting in Greetings {
        StartAt: greet,
        States: {
            greet: Task { Resource: greet.arn, End: true },
        },
    }
}
