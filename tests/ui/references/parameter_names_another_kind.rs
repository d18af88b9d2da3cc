//! A job definition is no job queue, and a log group's name is no function's.

use stack::prelude::*;

#[derive(Stack)]
struct Reports {
    #[resource(entryfile_path = "examples/report/generate-report.ts", cpu = 2, memory = 7800)]
    generate_report: BatchJob,

    #[resource(entryfile_path = "examples/report/upload-report.ts")]
    upload_report: Function,

    process: StateMachine<Report>,
}

state_machine! {
    Report in Reports {
        StartAt: generate,
        States: {
            generate: Task {
                Resource: batch:submitJob.sync,
                Parameters: {
                    JobDefinition: generate_report.job_definition_arn,
                    JobName: "report-job",
                    JobQueue: generate_report.job_definition_arn,
                },
                Next: upload,
            },
            upload: Task {
                Resource: lambda:invoke,
                Parameters: {
                    FunctionName: upload_report.lambda_log_group.name,
                    Payload: { queue: generate_report.job_definition_arn },
                },
                End: true,
            },
        },
    }
}

fn main() {}
