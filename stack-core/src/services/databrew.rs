//! Glue DataBrew: the run of a job.

use super::grant::{Grant, On, When};
use super::parameter::text;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "databrew",
    errors: &[],
    actions: &[Action {
        name: "startJobRun",
        patterns: &[Pattern::Sync],
        parameters: &[text("Name").required()],
        grants: &[
            Grant::new(&["databrew:StartJobRun"], JOB),
            Grant::new(&["databrew:ListJobRuns", "databrew:StopJobRun"], JOB).when(When::Sync),
        ],
        result: &["RunId", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const JOB: &[On] = &[On::Resource(arn!("databrew", "job/{Name}"))];
