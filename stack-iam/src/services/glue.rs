//! Glue: the runs of a job.

use super::service::Service;
use crate::grant::{Grant, Target, When};

pub(super) static SERVICE: Service = Service {
    name: "glue",
    actions: &[(
        "startJobRun",
        &[
            Grant::new(&["glue:StartJobRun"], JOB),
            Grant::new(&["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"], JOB).when(When::Sync),
        ],
    )],
};

const JOB: &[Target] = &[on_arn!(arn!("glue", "job/{JobName}"))];
