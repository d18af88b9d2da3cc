//! MediaConvert: jobs.

use super::service::Service;
use crate::grant::{Condition, Grant, Target, When};

pub(super) static SERVICE: Service = Service {
    name: "mediaconvert",
    actions: &[(
        "createJob",
        &[
            // With the queue, presets and templates that the settings name.
            Grant::new(&["mediaconvert:CreateJob"], &[on_arn!("*")]),
            Grant::new(&["mediaconvert:CancelJob", "mediaconvert:GetJob"], JOBS).when(When::Sync),
            // Step Functions tags the jobs that it waits for.
            Grant::new(&["mediaconvert:TagResource"], JOBS).when(When::Sync),
            Grant::new(&["mediaconvert:TagResource"], JOBS).when(When::With("Tags")),
            pass_role!("Role", "mediaconvert.amazonaws.com"),
            rule!("StepFunctionsGetEventsForMediaConvertJobRule"),
        ],
    )],
};

const JOBS: &[Target] = &[on_arn!(arn!("mediaconvert", "jobs/*"))];
