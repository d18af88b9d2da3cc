//! Step Functions: another execution.

use super::grant::{Form, Grant, Named, On, When, arn};
use super::names::STATE_MACHINE_ARN;
use super::parameter::{Parameter, Value, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "states",
    errors: &["StepFunctions"],
    actions: &[Action {
        name: "startExecution",
        patterns: &[Pattern::Sync, Pattern::Sync2, Pattern::Token],
        parameters: &[
            Parameter::new("StateMachineArn", Value::Names(&[STATE_MACHINE_ARN])).required(),
            Parameter::new("Input", Value::TextOrJson),
            text("Name"),
            text("TraceHeader"),
        ],
        grants: &[
            Grant::new(
                &["states:StartExecution"],
                &[On::Resource(arn!("states", "stateMachine:{StateMachineArn}"))],
            ),
            Grant::new(&["states:DescribeExecution", "states:StopExecution"], &[On::Named(EXECUTIONS)])
                .when(When::Sync),
            rule!("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
        ],
        result: &["ExecutionArn", "StartDate", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const EXECUTIONS: Named = Named {
    parameter: "StateMachineArn",
    arns: execution_arns,
    form: Form::Part(":", 6, arn!("states", "execution:${Name}:*")),
    otherwise: arn!("states", "execution:*"),
};

/// The executions of a machine, of whichever version or alias.
fn execution_arns(machine: &str) -> Vec<String> {
    match machine.split_once(":stateMachine:") {
        Some((start, name)) => {
            let name = name.split(':').next().unwrap_or_default();
            vec![format!("{start}:execution:{name}:*")]
        }
        None if machine.starts_with("arn:") => Vec::new(),
        None => vec![arn("states", &format!("execution:{machine}:*"))],
    }
}
