//! What the AWS SDK has or had, and no workflow can call: services that AWS has ended, actions that stream their
//! answer or hand out credentials.

/// Services that AWS's developer guide had in its list in 2025, and whose models botocore has dropped since.
const ENDED: &[&str] = &[
    "apptest",
    "elasticinference",
    "elastictranscoder",
    "evidently",
    "finspace",
    "finspacedata",
    "honeycode",
    "iotanalytics",
    "iotevents",
    "ioteventsdata",
    "iotfleethub",
    "lookoutmetrics",
    "lookoutvision",
    "opsworks",
    "opsworkscm",
    "panorama",
    "privatenetworks",
    "qldb",
    "qldbsession",
    "robomaker",
    "simspaceweaver",
    "sms",
    "tnb",
];

/// Actions that the developer guide lists as not supported in workflows, sorted. The table is made without them.
pub const UNSUPPORTED: &[&str] = &[
    "applicationdiscovery:describeExportConfigurations",
    "applicationdiscovery:exportConfigurations",
    "bedrockagentruntime:invokeAgent",
    "bedrockagentruntime:invokeFlow",
    "bedrockagentruntime:invokeInlineAgent",
    "bedrockagentruntime:optimizePrompt",
    "bedrockagentruntime:retrieveAndGenerateStream",
    "bedrockruntime:converseStream",
    "bedrockruntime:invokeModelWithResponseStream",
    "cloudwatchlogs:startLiveTail",
    "codedeploy:batchGetDeploymentInstances",
    "codedeploy:getDeploymentInstance",
    "codedeploy:listDeploymentInstances",
    "codedeploy:skipWaitTimeForInstanceTermination",
    "comprehendmedical:detectEntities",
    "dataexchange:sendApiAsset",
    "directconnect:allocateConnectionOnInterconnect",
    "directconnect:describeConnectionLoa",
    "directconnect:describeConnectionsOnInterconnect",
    "directconnect:describeInterconnectLoa",
    "efs:createTags",
    "emr:describeJobFlows",
    "iot:attachPrincipalPolicy",
    "iot:detachPrincipalPolicy",
    "iot:listPolicyPrincipals",
    "iot:listPrincipalPolicies",
    "iotsitewise:invokeAssistant",
    "kinesis:subscribeToShard",
    "lambda:invokeAsync",
    "lambda:invokeWithResponseStream",
    "lexruntimev2:startConversation",
    "mediapackage:rotateChannelCredentials",
    "qbusiness:chat",
    "rdsdata:executeSql",
    "s3:selectObjectContent",
    "sagemakerruntime:invokeEndpointWithResponseStream",
    "shield:deleteSubscription",
    "sts:assumeRole",
    "sts:assumeRoleWithSAML",
    "sts:assumeRoleWithWebIdentity",
];

/// Whether AWS has ended the service.
pub fn has_ended(service: &str) -> bool {
    ENDED.binary_search(&service).is_ok()
}

/// Whether Step Functions leaves out that action, `sts:assumeRole`, of the services that it calls.
pub fn is_unsupported(action: &str) -> bool {
    UNSUPPORTED.binary_search(&action).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ENDED, UNSUPPORTED};
    use crate::services::sdk;

    #[test]
    fn the_lists_are_sorted_and_say_what_the_table_does_not() {
        assert!(ENDED.is_sorted() && UNSUPPORTED.is_sorted());
        assert!(ENDED.iter().all(|service| sdk::service(service).is_none()));
        for name in UNSUPPORTED {
            let (service, _) = name.split_once(':').unwrap();
            assert!(sdk::service(service).is_some() && sdk::action(name).is_none(), "{name}");
        }
    }
}
