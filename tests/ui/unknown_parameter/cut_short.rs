//! A parameter whose name is cut short: it is not missing besides.

use stack::prelude::*;

state_machine! {
    Run {
        StartAt: run,
        States: {
            run: Task {
                Resource: ecs:runTask,
                Parameters: { LaunchType: "FARGATE", TaskDef: "report:1" },
                End: true,
            },
        },
    }
}

fn main() {}
