//! `batch:submitJob`.

use super::{Field, Form, Grant, Integration, Target, When, arn};

pub(super) const INTEGRATIONS: &[Integration] = &[Integration {
    name: "batch:submitJob",
    grants: &[
        Grant {
            actions: &["batch:SubmitJob"],
            on: &[
                Target::Field(Field {
                    name: "JobDefinition",
                    attribute: "JobDefinitionArn",
                    forms: &[Form::Revisions],
                    arns: job_definition_arns,
                }),
                Target::Field(Field {
                    name: "JobQueue",
                    attribute: "JobQueueArn",
                    forms: &[Form::Itself],
                    arns: job_queue_arns,
                }),
            ],
            when: When::Always,
        },
        // The job's id is known to nobody before it is submitted, and DescribeJobs takes no resource.
        Grant { actions: &["batch:DescribeJobs"], on: &[Target::Arn("*")], when: When::Sync },
        Grant { actions: &["batch:TerminateJob"], on: &[Target::Arn(JOBS)], when: When::Sync },
        Grant {
            actions: &["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            on: &[Target::Arn(RULE)],
            when: When::Sync,
        },
        Grant { actions: &["batch:TagResource"], on: &[Target::Arn(JOBS)], when: When::With("Tags") },
    ],
}];

const JOBS: &str = "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:job/*";
const RULE: &str = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForBatchJobsRule";

/// A job definition in the revision that is named, or in all. The text is a name, `name:revision` or an ARN.
fn job_definition_arns(text: &str) -> Vec<String> {
    let (arn, revision) = match text.split_once(":job-definition/") {
        Some((_, name)) => (text.to_owned(), name.contains(':')),
        None => (arn("batch", &format!("job-definition/{text}")), text.contains(':')),
    };
    if revision { vec![arn] } else { vec![arn.clone(), format!("{arn}:*")] }
}

/// The text is a name or an ARN.
fn job_queue_arns(text: &str) -> Vec<String> {
    vec![if text.starts_with("arn:") { text.to_owned() } else { arn("batch", &format!("job-queue/{text}")) }]
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
        assert_eq!(job_queue_arns("fast"), [format!("{here}:job-queue/fast")]);
    }
}
