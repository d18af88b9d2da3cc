//! What calls of the AWS SDK require: what the tables know of an action, and the ARNs that its parameters say.

use super::permissions;
use crate::grant::{Permission, Target, When};
use crate::parameters::{ParameterValue, Parameters};
use crate::requirement::{Precision, Requirement, Resource};
use crate::resolve;
use stack_core::services::sdk::{self, Action, Service};

/// Adds what an action of the SDK requires, `aws-sdk:s3:getObject`; false if that is not known.
pub(crate) fn add_requirements(name: &str, parameters: Parameters<'_>, out: &mut Vec<Requirement>) -> bool {
    let Some((service, action)) = find(name) else { return false };
    let Some(permissions) = permissions(&service, &action) else { return false };
    let before = out.len();
    // Roles, secrets and files are of other services.
    let service_of =
        |permission: &Permission| permission.actions.first()?.split(':').next().map(str::to_owned);
    let own = permissions.first().and_then(service_of);
    let mut named = false;
    for permission in &permissions {
        let found = resolve::requirements(permission, parameters, "");
        named |= !found.is_empty() && service_of(permission) == own;
        out.extend(found);
    }
    if let Some(first) = permissions.into_iter().next().filter(|_| !named) {
        // No parameter is given that would name what it is on: it may be anything.
        let anything = Permission { on: ANYTHING, when: When::Always, ..first };
        out.extend(resolve::requirements(&anything, parameters, ""));
    }
    if let Some(name) = own_arn(service, &action) {
        out.iter_mut().skip(before).for_each(|requirement| narrow(requirement, &name, parameters));
    }
    true
}

fn find(name: &str) -> Option<(Service<'static>, Action<'static>)> {
    let (service, action) = name.strip_prefix("aws-sdk:")?.split_once(':')?;
    let service = sdk::service(service)?;
    Some((service, service.action(action)?))
}

const ANYTHING: &[Target] = &[Target::Implicit("*", "what it is on")];

/// How actions begin that are not on what their parameters have the ARN of: that is a part of something new, or
/// what a list is made of.
const VERBS_ON_OTHER_RESOURCES: [&str; 14] = [
    "associate",
    "attach",
    "copy",
    "create",
    "detach",
    "disassociate",
    "import",
    "list",
    "put",
    "register",
    "request",
    "run",
    "search",
    "subscribe",
];

/// Actions that begin otherwise and are on something else, or on more, than what they have the ARN of. From the same
/// reference.
const ACTIONS_ON_OTHER_RESOURCES: &[(&str, &[&str])] = &[
    ("backupgateway", &["updateHypervisor"]),
    ("bcmdataexports", &["updateExport"]),
    ("bedrockdataautomation", &["invokeBlueprintOptimizationAsync", "updateDataAutomationProject"]),
    ("bedrockdataautomationruntime", &["invokeDataAutomation", "invokeDataAutomationAsync"]),
    ("chimesdkmediapipelines", &["startSpeakerSearchTask"]),
    ("cleanrooms", &["getCollaborationAnalysisTemplate"]),
    ("cleanroomsml", &["startTrainedModelInferenceJob"]),
    (
        "connect",
        &[
            "batchGetAttachedFileMetadata",
            "completeAttachedFileUpload",
            "deleteAttachedFile",
            "getAttachedFile",
            "startAttachedFileUpload",
        ],
    ),
    ("devicefarm", &["getDevicePoolCompatibility", "scheduleRun"]),
    ("docdbelastic", &["restoreClusterFromSnapshot"]),
    ("eventbridge", &["startReplay"]),
    ("eventbridgev2", &["updateEventSource", "updateSubscriber"]),
    ("guardduty", &["startMalwareScan"]),
    ("imagebuilder", &["distributeImage", "sendWorkflowStepAction"]),
    ("ivsrealtime", &["startComposition"]),
    ("lambdamicrovms", &["updateMicrovmImage"]),
    ("licensemanager", &["updateLicenseAssetGroup"]),
    ("licensemanagerusersubscriptions", &["deleteLicenseServerEndpoint"]),
    ("rds", &["startDBInstanceAutomatedBackupsReplication", "startExportTask"]),
    ("resiliencehub", &["deleteAppAssessment", "deleteRecommendationTemplate", "describeAppAssessment"]),
    (
        "ssmincidents",
        &["batchGetIncidentFindings", "getTimelineEvent", "updateRelatedItems", "updateTimelineEvent"],
    ),
    ("wellarchitected", &["upgradeProfileVersion"]),
    ("workspacesweb", &["deleteIdentityProvider", "updateIdentityProvider"]),
];

/// Services of which IAM knows no resource for some action that takes an ARN, or another: a statement on it would allow
/// nothing. From AWS's service authorization reference.
const SERVICES_WITHOUT_RESOURCES: [&str; 43] = [
    "applicationinsights",
    "backup",
    "bcmdashboards",
    "billingconductor",
    "chatbot",
    "chimesdkmessaging",
    "cloudhsm",
    "cloudwatch",
    "codebuild",
    "computeoptimizer",
    "ec2",
    "ecr",
    "elasticloadbalancingv2",
    "entityresolution",
    "groundstation",
    "health",
    "inspector",
    "inspector2",
    "invoicing",
    "ivs",
    "kafka",
    "kinesis",
    "lakeformation",
    "macie2",
    "marketplacecommerceanalytics",
    "mediaconnect",
    "mpa",
    "opensearchserverless",
    "pricing",
    "pricingplanmanager",
    "quicksight",
    "redshiftserverless",
    "resiliencehubv2",
    "resourceexplorer2",
    "securityhub",
    "servicediscovery",
    "servicequotas",
    "shield",
    "sns",
    "ssmsap",
    "storagegateway",
    "transcribe",
    "workmail",
];

/// The parameter with the ARN of what the action is on: the only one that it requires.
fn own_arn(service: Service<'_>, action: &Action<'_>) -> Option<String> {
    let name = action.name.to_string();
    let mut others = ACTIONS_ON_OTHER_RESOURCES.iter().filter(|(other, _)| *other == service.name);
    let on_others = others.any(|(_, actions)| actions.contains(&name.as_str()));
    if on_others
        || SERVICES_WITHOUT_RESOURCES.contains(&service.name)
        || VERBS_ON_OTHER_RESOURCES.iter().any(|verb| name.starts_with(verb))
    {
        return None;
    }
    let required = action.parameters().filter(|parameter| parameter.required);
    let mut arns = required.map(|parameter| parameter.name.to_string()).filter(|name| {
        // A role is one of another service, whatever its name says.
        (name.ends_with("Arn") || name.ends_with("ARN")) && !name.contains("Role")
    });
    arns.next().filter(|_| arns.next().is_none())
}

/// Puts the resource whose ARN the parameter says where the table knows none.
fn narrow(requirement: &mut Requirement, name: &str, parameters: Parameters<'_>) {
    let open = |resource: &Resource| resource.is_all() && resource.precision == Precision::Exact;
    if !requirement.resources.iter().all(open) {
        return;
    }
    let service = requirement.actions.first().and_then(|action| action.split(':').next()).unwrap_or_default();
    let arns: Vec<Resource> = parameters
        .values(name)
        .iter()
        .filter_map(ParameterValue::text)
        .filter(|(text, dynamic)| match text.strip_prefix("arn:") {
            // Of another service it is none of the action's.
            Some(rest) => rest.split(':').nth(1) == Some(service),
            None => *dynamic || text.starts_with("${"),
        })
        .map(|(text, dynamic)| {
            let precision = if dynamic { Precision::Implicit("what it is on") } else { Precision::Exact };
            Resource::new(text, precision)
        })
        .collect();
    if !arns.is_empty() {
        requirement.resources = arns;
    }
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS_ON_OTHER_RESOURCES, SERVICES_WITHOUT_RESOURCES};
    use stack_core::services::sdk;

    #[test]
    fn the_lists_name_what_there_is() {
        assert!(SERVICES_WITHOUT_RESOURCES.is_sorted() && ACTIONS_ON_OTHER_RESOURCES.is_sorted());
        assert!(SERVICES_WITHOUT_RESOURCES.iter().all(|name| sdk::service(name).is_some()));
        for (service, actions) in ACTIONS_ON_OTHER_RESOURCES {
            let known = sdk::service(service).unwrap_or_else(|| panic!("{service}"));
            for action in *actions {
                assert!(known.action(action).is_some(), "{service}:{action}");
            }
        }
    }
}
