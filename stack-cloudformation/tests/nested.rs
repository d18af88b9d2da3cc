//! Machines that start machines.

mod support;

use stack_cloudformation::kinds::{StateMachine, StateMachineReferences};
use stack_cloudformation::machine::Hole;
use stack_cloudformation::stack::Stack;

const CHILD: StateMachineReferences = StateMachineReferences::of("child");

machine! { Parent Standard
    r#"{"StartAt":"ask","States":{"ask":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:startSyncExecution","Parameters":{"StateMachineArn":@0},"End":true}}}"#
    Hole::param(CHILD.arn)
}
machine! { Slow Standard r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }
machine! { Quick Express r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }

stack! { Wrong {
    parent: StateMachine<Parent> = |new| new,
    child: StateMachine<Slow> = |new| new,
}}

stack! { Right {
    parent: StateMachine<Parent> = |new| new,
    child: StateMachine<Quick> = |new| new,
}}

#[test]
fn only_an_express_machine_is_started_synchronously() {
    assert_eq!(
        Wrong::template().unwrap_err().to_string(),
        "`parent`: the state `ask` starts `child` synchronously, which is a Standard machine\n\
         help: make it `#[express]`, or wait for it with `states:startExecution.sync:2`"
    );
    Right::template().unwrap();
}
