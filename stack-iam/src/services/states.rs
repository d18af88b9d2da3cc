//! Step Functions: another execution.

use super::service::Service;
use crate::grant::{ArnPattern, Grant, NamedResource, Target, When, arn};

pub(super) static SERVICE: Service = Service {
    name: "states",
    actions: &[(
        "startExecution",
        &[
            Grant::new(
                &["states:StartExecution"],
                &[on_resource!(arn!("states", "stateMachine:{StateMachineArn}"))],
            ),
            Grant::new(&["states:DescribeExecution", "states:StopExecution"], &[Target::Named(EXECUTIONS)])
                .when(When::Sync),
            rule!("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
        ],
    )],
};

const EXECUTIONS: NamedResource = NamedResource {
    parameter: "StateMachineArn",
    arns: execution_arns,
    of_arn: ArnPattern::FromPart(":", 6, arn!("states", "execution:${Name}:*")),
    of_text: None,
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
