//! References by name are held to the same, and say where they stand in the text.

use stack::prelude::*;

#[derive(Stack)]
struct Reports {
    #[resource(entryfile_path = "examples/report/upload-report.ts")]
    upload_report: Function,

    process: StateMachine<Report>,
}

state_machine! {
    Report in Reports = r#"{
        "StartAt": "upload",
        "States": {
            "upload": {
                "Type": "Task",
                "Resource": "arn:aws:states:::lambda:invoke",
                "Credentials": { "RoleArn": "$ResourceParam('uploadReport', 'LambdaRole::Arn')" },
                "Parameters": { "FunctionName": "$ResourceParam('uploadReport', 'LogGroupArn')" },
                "End": true
            }
        }
    }"#
}

fn main() {}
