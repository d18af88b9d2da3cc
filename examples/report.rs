//! The report: a batch job generates it, a function uploads it, and only the upload is retried.
//!
//! `cargo run --example report > template.json` prints its CloudFormation template.

use stack::prelude::*;

/// A batch job, a function and the workflow that runs one after the other.
#[derive(Stack)]
struct Reports {
    #[resource(entryfile_path = "examples/report/generate-report.ts", cpu = 2, memory = 7800)]
    generate_report: BatchJob,

    #[resource(entryfile_path = "examples/report/upload-report.ts")]
    upload_report: Function,

    report_process: StateMachine<Report>,
}

state_machine! {
    /// Generate the report, upload it. The job is not repeated when the upload fails.
    Report in Reports {
        StartAt: generate,
        States: {
            generate: Task {
                Resource: batch:submitJob.sync,
                Parameters: {
                    JobDefinition: generate_report.job_definition_arn,
                    JobName: "report-job",
                    JobQueue: shared.batch_on_demand_job_queue.arn,
                },
                Next: upload,
            },
            upload: Task {
                Resource: upload_report.lambda_function.arn,
                Next: succeed,
                Retry: [{ ErrorEquals: [States.ALL], IntervalSeconds: 10 }],
            },
            succeed: Succeed,
        },
    }
}

fn main() -> stack::Result {
    Reports::run()
}
