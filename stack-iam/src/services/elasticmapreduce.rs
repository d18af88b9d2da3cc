//! EMR: clusters and their steps.

use super::service::Service;
use crate::grant::{Condition, Grant, Target, When};
use crate::template::Template;

pub(super) static SERVICE: Service = Service {
    name: "elasticmapreduce",
    actions: &[
        (
            "addStep",
            &[
                Grant::new(
                    &[
                        "elasticmapreduce:AddJobFlowSteps",
                        "elasticmapreduce:CancelSteps",
                        "elasticmapreduce:DescribeStep",
                    ],
                    CLUSTER,
                ),
                Grant::new(&["iam:PassRole"], &[on_resource!(role!("ExecutionRoleArn"))]),
                rule!("StepFunctionsGetEventForEMRAddJobFlowStepsRule"),
            ],
        ),
        ("cancelStep", &[Grant::new(&["elasticmapreduce:CancelSteps"], CLUSTER)]),
        (
            "createCluster",
            &[
                // The cluster has no ARN before it is there.
                Grant::new(&["elasticmapreduce:RunJobFlow"], &[on_arn!("*")]),
                Grant::new(&["elasticmapreduce:AddTags"], ANY_CLUSTER).when(When::With("Tags")),
                Grant::new(
                    &["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"],
                    ANY_CLUSTER,
                )
                .when(When::Sync),
                // These are names; an instance profile and its role have the same one.
                Grant::new(&["iam:PassRole"], &[on_resource!(role!("ServiceRole"))]),
                Grant::new(&["iam:PassRole"], &[on_resource!(role!("JobFlowRole"))]),
                Grant::new(&["iam:PassRole"], &[on_resource!(role!("AutoScalingRole"))]),
                // For the first cluster of an account.
                Grant::new(&["iam:CreateServiceLinkedRole"], &[on_arn!(SERVICE_ROLE)]).only_if(
                    Condition::Equals(
                        "iam:AWSServiceName",
                        Template::new("elasticmapreduce.${AWS::URLSuffix}"),
                    ),
                ),
                rule!("StepFunctionsGetEventForEMRRunJobFlowRule"),
            ],
        ),
        (
            "modifyInstanceFleetByName",
            &[Grant::new(
                &["elasticmapreduce:ListInstanceFleets", "elasticmapreduce:ModifyInstanceFleet"],
                CLUSTER,
            )],
        ),
        (
            "modifyInstanceGroupByName",
            &[Grant::new(
                &["elasticmapreduce:ListInstanceGroups", "elasticmapreduce:ModifyInstanceGroups"],
                CLUSTER,
            )],
        ),
        (
            "setClusterTerminationProtection",
            &[Grant::new(&["elasticmapreduce:SetTerminationProtection"], CLUSTER)],
        ),
        (
            "terminateCluster",
            &[
                Grant::new(
                    &["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"],
                    CLUSTER,
                ),
                rule!("StepFunctionsGetEventForEMRTerminateJobFlowsRule"),
            ],
        ),
    ],
};

const CLUSTER: &[Target] = &[on_arn!(arn!("elasticmapreduce", "cluster/{ClusterId}"))];
const ANY_CLUSTER: &[Target] = &[on_arn!(arn!("elasticmapreduce", "cluster/*"))];
const SERVICE_ROLE: &str = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/elasticmapreduce.${AWS::URLSuffix}/AWSServiceRoleForEMRCleanup*";
