//! Glue DataBrew: the run of a job.

use super::parameter::text;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "databrew",
    errors: &[],
    actions: &[Action {
        name: "startJobRun",
        patterns: &[Pattern::Sync],
        parameters: &[text("Name").required()],
        result: &["RunId", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};
