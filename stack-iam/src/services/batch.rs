//! Batch: jobs, and the definitions and queues that they name.

use super::service::Service;
use crate::grant::{ArnPattern, Grant, NamedResource, Target, When, arn};
use crate::intrinsic::part;
use stack_core::json::Node;

pub(super) static SERVICE: Service = Service {
    name: "batch",
    actions: &[(
        "submitJob",
        &[
            Grant::new(&["batch:SubmitJob"], &[Target::Named(DEFINITION), on_resource!(QUEUE)]),
            // The job's id is unknown before it is submitted, and DescribeJobs takes no resource.
            Grant::new(&["batch:DescribeJobs"], &[on_arn!("*")]).when(When::Sync),
            Grant::new(&["batch:TerminateJob"], &[on_arn!(JOBS)]).when(When::Sync),
            rule!("StepFunctionsGetEventsForBatchJobsRule"),
            Grant::new(&["batch:TagResource"], &[on_arn!(JOBS)]).when(When::With("Tags")),
        ],
    )],
};

const JOBS: &str = arn!("batch", "job/*");
const QUEUE: &str = arn!("batch", "job-queue/{JobQueue}");
const DEFINITION: NamedResource = NamedResource {
    parameter: "JobDefinition",
    arns: job_definition_arns,
    // Every revision: an execution that runs while the stack is updated goes on with the one that it began with.
    of_arn: ArnPattern::FromPart(":", 5, arn!("batch", "${Name}:*")),
    of_text: None,
    otherwise: arn!("batch", "job-definition/*"),
};

/// A job definition in the revision that is named, or in all. The text is a name, `name:revision` or an ARN.
fn job_definition_arns(text: &str) -> Vec<String> {
    let (arn, revision) = match text.split_once(":job-definition/") {
        Some((_, name)) => (text.to_owned(), name.contains(':')),
        None => (arn("batch", &format!("job-definition/{text}")), text.contains(':')),
    };
    if revision { vec![arn] } else { vec![arn.clone(), format!("{arn}:*")] }
}

/// Every revision of the job definition of that ARN, which ends in one.
pub fn all_revisions(arn: Node<'static>) -> Node<'static> {
    part(arn, ":", 5, arn!("batch", "${Name}:*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_definition_without_a_revision_is_all_of_them() {
        let here = "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}";
        assert_eq!(
            job_definition_arns("report"),
            [format!("{here}:job-definition/report"), format!("{here}:job-definition/report:*")]
        );
        assert_eq!(job_definition_arns("report:3"), [format!("{here}:job-definition/report:3")]);
        let arn = "arn:aws:batch:eu-west-1:111122223333:job-definition/report:3";
        assert_eq!(job_definition_arns(arn), [arn]);
    }
}
