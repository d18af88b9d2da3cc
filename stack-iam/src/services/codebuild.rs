//! CodeBuild: builds of a project, and reports of a group.

use super::service::Service;
use crate::grant::{ArnPattern, Grant, NamedResource, Target, When, arn};

pub(super) static SERVICE: Service = Service {
    name: "codebuild",
    actions: &[
        (
            "batchDeleteBuilds",
            &[Grant::new(
                &["codebuild:BatchDeleteBuilds"],
                &[Target::Named(NamedResource { parameter: "Ids[]", ..BUILD })],
            )],
        ),
        ("batchGetReports", &[Grant::new(&["codebuild:BatchGetReports"], &[Target::Named(REPORT)])]),
        ("deleteBuildBatch", &[Grant::new(&["codebuild:DeleteBuildBatch"], OF_BUILD)]),
        (
            "retryBuildBatch",
            &[
                Grant::new(&["codebuild:RetryBuildBatch"], OF_BUILD),
                Grant::new(WATCH_BATCH, OF_BUILD).when(When::Sync),
                rule!("StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
            ],
        ),
        (
            "startBuild",
            &[
                Grant::new(&["codebuild:StartBuild"], PROJECT),
                Grant::new(&["codebuild:BatchGetBuilds", "codebuild:StopBuild"], PROJECT).when(When::Sync),
                // The report groups of a buildspec are named after their project.
                Grant::new(
                    &["codebuild:BatchGetReports"],
                    &[on_arn!(arn!("codebuild", "report-group/{ProjectName:name}-*"))],
                )
                .when(When::Sync),
                rule!("StepFunctionsGetEventForCodeBuildStartBuildRule"),
            ],
        ),
        (
            "startBuildBatch",
            &[
                Grant::new(&["codebuild:StartBuildBatch"], PROJECT),
                Grant::new(WATCH_BATCH, PROJECT).when(When::Sync),
                rule!("StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
            ],
        ),
        ("stopBuild", &[Grant::new(&["codebuild:StopBuild"], OF_BUILD)]),
        ("stopBuildBatch", &[Grant::new(&["codebuild:StopBuildBatch"], OF_BUILD)]),
    ],
};

const PROJECT: &[Target] = &[on_resource!(arn!("codebuild", "project/{ProjectName}"))];
const OF_BUILD: &[Target] = &[Target::Named(BUILD)];
pub(crate) const BUILD: NamedResource = NamedResource {
    parameter: "Id",
    arns: |id| vec![arn("codebuild", &format!("project/{}", owner(id)))],
    of_arn: ArnPattern::Itself,
    of_text: None,
    otherwise: arn!("codebuild", "project/*"),
};
const REPORT: NamedResource = NamedResource {
    parameter: "ReportArns[]",
    arns: |id| vec![arn("codebuild", &format!("report-group/{}", owner(id)))],
    of_arn: ArnPattern::Itself,
    of_text: None,
    otherwise: arn!("codebuild", "report-group/*"),
};
const WATCH_BATCH: &[&str] = &["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"];

/// The project of a build, the group of a report: `name:id`, or the end of an ARN.
fn owner(id: &str) -> &str {
    let name = id.rsplit_once('/').map_or(id, |(_, name)| name);
    name.split_once(':').map_or(name, |(owner, _)| owner)
}
