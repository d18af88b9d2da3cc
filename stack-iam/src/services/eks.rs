//! EKS: clusters and their nodes. The Kubernetes API has permissions of its own.

use super::service::{NO_PERMISSION_NEEDED, Service};
use crate::grant::{Condition, Grant, Target, When};
use crate::template::Template;

pub(super) static SERVICE: Service = Service {
    name: "eks",
    actions: &[
        // These two need nothing of IAM: the role is known to the cluster itself.
        ("call", NO_PERMISSION_NEEDED),
        (
            "createCluster",
            &[
                // The cluster has no ARN before it is there.
                Grant::new(&["eks:CreateCluster"], &[on_arn!("*")]),
                Grant::new(
                    &["eks:DeleteCluster", "eks:DescribeCluster"],
                    &[on_arn!(arn!("eks", "cluster/{Name}"))],
                )
                .when(When::Sync),
                pass_role!("RoleArn", "eks.amazonaws.com"),
                // For the first cluster of an account.
                Grant::new(&["iam:CreateServiceLinkedRole"], &[on_arn!(SERVICE_ROLE)])
                    .only_if(Condition::Equals("iam:AWSServiceName", Template::new("eks.amazonaws.com"))),
            ],
        ),
        (
            "createFargateProfile",
            &[
                Grant::new(&["eks:CreateFargateProfile"], CLUSTER),
                Grant::new(&["eks:DeleteFargateProfile", "eks:DescribeFargateProfile"], PROFILE)
                    .when(When::Sync),
                pass_role!("PodExecutionRoleArn", "eks.amazonaws.com"),
            ],
        ),
        (
            "createNodegroup",
            &[
                Grant::new(&["ec2:DescribeSubnets"], &[on_arn!("*")]),
                Grant::new(&["eks:CreateNodegroup"], CLUSTER),
                Grant::new(&["eks:DeleteNodegroup", "eks:DescribeNodegroup"], NODEGROUP).when(When::Sync),
                Grant::new(
                    &["iam:GetRole", "iam:ListAttachedRolePolicies"],
                    &[on_resource!(role!("NodeRole"))],
                ),
                pass_role!("NodeRole", "eks.amazonaws.com"),
            ],
        ),
        (
            "deleteCluster",
            &[
                Grant::new(&["eks:DeleteCluster"], &[on_arn!(arn!("eks", "cluster/{Name}"))]),
                Grant::new(&["eks:DescribeCluster"], &[on_arn!(arn!("eks", "cluster/{Name}"))])
                    .when(When::Sync),
            ],
        ),
        (
            "deleteFargateProfile",
            &[
                Grant::new(&["eks:DeleteFargateProfile"], PROFILE),
                Grant::new(&["eks:DescribeFargateProfile"], PROFILE).when(When::Sync),
            ],
        ),
        (
            "deleteNodegroup",
            &[
                Grant::new(&["eks:DeleteNodegroup"], NODEGROUP),
                Grant::new(&["eks:DescribeNodegroup"], NODEGROUP).when(When::Sync),
            ],
        ),
        ("runJob", NO_PERMISSION_NEEDED),
    ],
};

const CLUSTER: &[Target] = &[on_arn!(arn!("eks", "cluster/{ClusterName}"))];
const NODEGROUP: &[Target] = &[on_arn!(arn!("eks", "nodegroup/{ClusterName}/{NodegroupName}/*"))];
const PROFILE: &[Target] = &[on_arn!(arn!("eks", "fargateprofile/{ClusterName}/{FargateProfileName}/*"))];
const SERVICE_ROLE: &str =
    "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/eks.amazonaws.com/*";
