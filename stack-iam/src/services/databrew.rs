//! Glue DataBrew: the runs of a job.

use super::service::Service;
use crate::grant::{Grant, Target, When};

pub(super) static SERVICE: Service = Service {
    name: "databrew",
    actions: &[(
        "startJobRun",
        &[
            Grant::new(&["databrew:StartJobRun"], JOB),
            Grant::new(&["databrew:ListJobRuns", "databrew:StopJobRun"], JOB).when(When::Sync),
        ],
    )],
};

const JOB: &[Target] = &[on_resource!(arn!("databrew", "job/{Name}"))];
