//! Services under the names that other tools have for them: `stepfunctions`, `logs`, `cognito-idp`.

use super::{Service, service, table};

/// Names of the AWS CLI that neither the services nor their permissions have.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("elb", "elasticloadbalancing"),
    ("elbv2", "elasticloadbalancingv2"),
    ("iot-data", "iotdataplane"),
    ("opensearchservice", "opensearch"),
    ("stepfunctions", "sfn"),
    ("step-functions", "sfn"),
];

/// The service that goes by that name elsewhere: in the AWS CLI, in permissions, with capitals or hyphens.
pub fn called(name: &str) -> Option<Service<'static>> {
    let name = name.to_ascii_lowercase();
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == name).and_then(|(_, ours)| service(ours));
    let permitted = || table().services().find(|service| service.iam_prefix == Some(&name));
    other.or_else(|| service(&plain)).or_else(permitted)
}

#[cfg(test)]
mod tests {
    use super::{OTHER_NAMES, called};
    use crate::services::sdk::service;

    #[test]
    fn names_of_elsewhere() {
        for (name, ours) in [
            ("logs", "cloudwatchlogs"),
            ("events", "eventbridge"),
            ("stepfunctions", "sfn"),
            ("states", "sfn"),
            ("cognito-idp", "cognitoidentityprovider"),
            ("ce", "costexplorer"),
            ("dms", "databasemigration"),
            ("elasticmapreduce", "emr"),
            ("emr-containers", "emrcontainers"),
            ("application-autoscaling", "applicationautoscaling"),
            ("mgh", "migrationhub"),
            ("serverlessrepo", "serverlessapplicationrepository"),
            ("S3", "s3"),
        ] {
            assert_eq!(called(name).map(|it| it.name), Some(ours), "{name}");
        }
        assert!(called("nothing").is_none());
        for (_, ours) in OTHER_NAMES {
            assert!(service(ours).is_some(), "{ours}");
        }
    }
}
