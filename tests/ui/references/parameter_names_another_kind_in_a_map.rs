//! A distributed Map reads from a bucket, and this stack has none; the fault beside it is reported too.

use stack::prelude::*;

#[derive(Stack)]
struct Reports {
    #[resource(entryfile_path = "examples/report/upload-report.ts")]
    upload_report: Function,

    process: StateMachine<Report>,
}

state_machine! {
    Report in Reports {
        StartAt: all,
        States: {
            all: Map {
                ItemReader: {
                    Resource: s3:listObjectsV2,
                    Parameters: { Bucket: upload_report.lambda_log_group.name },
                },
                ItemProcessor: {
                    ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD },
                    StartAt: upload,
                    States: { upload: Task { Resource: upload_report.arn, End: true } },
                },
                Next: dne,
            },
            done: Succeed,
        },
    }
}

fn main() {}
