//! EMR on EKS: virtual clusters and their jobs.

use super::service::Service;
use crate::grant::{Condition, Grant, Target, When};

pub(super) static SERVICE: Service = Service {
    name: "emr-containers",
    actions: &[
        (
            "createVirtualCluster",
            &[
                Grant::new(&["emr-containers:CreateVirtualCluster"], &[Target::Arn("*")]),
                // For the first virtual cluster of an account.
                Grant::new(&["iam:CreateServiceLinkedRole"], &[Target::Arn(SERVICE_ROLE)])
                    .only_if(Condition::Equals("iam:AWSServiceName", "emr-containers.amazonaws.com")),
            ],
        ),
        (
            "deleteVirtualCluster",
            &[
                Grant::new(
                    &["emr-containers:DeleteVirtualCluster"],
                    &[Target::Arn(arn!("emr-containers", "/virtualclusters/{Id}"))],
                ),
                Grant::new(
                    &["emr-containers:DescribeVirtualCluster"],
                    &[Target::Arn(arn!("emr-containers", "/virtualclusters/{Id}"))],
                )
                .when(When::Sync),
            ],
        ),
        (
            "startJobRun",
            &[
                Grant::new(
                    &["emr-containers:StartJobRun"],
                    &[Target::Arn(arn!("emr-containers", "/virtualclusters/{VirtualClusterId}"))],
                )
                .only_if(Condition::Equals("emr-containers:ExecutionRoleArn", "{ExecutionRoleArn}")),
                Grant::new(
                    &["emr-containers:CancelJobRun", "emr-containers:DescribeJobRun"],
                    &[Target::Arn(arn!("emr-containers", "/virtualclusters/{VirtualClusterId}/jobruns/*"))],
                )
                .when(When::Sync),
            ],
        ),
    ],
};

const SERVICE_ROLE: &str = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers";
