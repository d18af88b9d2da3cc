//! EMR on EKS: virtual clusters and their jobs.

use super::service::Service;
use crate::grant::{Condition, Grant, Target, When};
use crate::template::Template;

pub(super) static SERVICE: Service = Service {
    name: "emr-containers",
    actions: &[
        (
            "createVirtualCluster",
            &[
                Grant::new(&["emr-containers:CreateVirtualCluster"], &[on_arn!("*")]),
                // For the first virtual cluster of an account.
                Grant::new(&["iam:CreateServiceLinkedRole"], &[on_arn!(SERVICE_ROLE)]).only_if(
                    Condition::Equals("iam:AWSServiceName", Template::new("emr-containers.amazonaws.com")),
                ),
            ],
        ),
        (
            "deleteVirtualCluster",
            &[
                Grant::new(
                    &["emr-containers:DeleteVirtualCluster"],
                    &[on_arn!(arn!("emr-containers", "/virtualclusters/{Id}"))],
                ),
                Grant::new(
                    &["emr-containers:DescribeVirtualCluster"],
                    &[on_arn!(arn!("emr-containers", "/virtualclusters/{Id}"))],
                )
                .when(When::Sync),
            ],
        ),
        (
            "startJobRun",
            &[
                Grant::new(
                    &["emr-containers:StartJobRun"],
                    &[on_arn!(arn!("emr-containers", "/virtualclusters/{VirtualClusterId}"))],
                )
                .only_if(Condition::Equals(
                    "emr-containers:ExecutionRoleArn",
                    Template::new("{ExecutionRoleArn}"),
                )),
                Grant::new(
                    &["emr-containers:CancelJobRun", "emr-containers:DescribeJobRun"],
                    &[on_arn!(arn!("emr-containers", "/virtualclusters/{VirtualClusterId}/jobruns/*"))],
                )
                .when(When::Sync),
            ],
        ),
    ],
};

const SERVICE_ROLE: &str = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers";
