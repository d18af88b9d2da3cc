//! Actions of the AWS SDK: what the core's table knows of them, and ARNs that their parameters say.

use super::given::{Given, Parameters};
use super::need::{Need, Resource, Width};
use super::task;
use stack_core::services::grant::{On, When};
use stack_core::services::sdk::iam::Permission;
use stack_core::services::sdk::{self, Action, Service};
use std::borrow::Cow;

/// Adds what an action of the SDK needs, `aws-sdk:s3:getObject`; false if that is not known.
pub(super) fn needs(name: &str, parameters: Parameters<'_>, out: &mut Vec<Need>) -> bool {
    let Some((service, action)) = find(name) else { return false };
    let Some(permissions) = sdk::iam::permissions(&service, &action) else { return false };
    let before = out.len();
    let need = |permission: &Permission| task::need(permission, parameters, "");
    out.extend(permissions.iter().filter_map(need));
    // Roles, secrets and files are of other services.
    let service_of = |actions: &[Cow<'_, str>]| actions.first()?.split(':').next().map(str::to_owned);
    let own = permissions.first().and_then(|first| service_of(&first.actions));
    let named = out[before..]
        .iter()
        .any(|need| need.actions.first().and_then(|it| it.split(':').next()) == own.as_deref());
    if let Some(first) = permissions.into_iter().next().filter(|_| !named) {
        // No parameter is given that would name what it is on: it may be anything.
        out.extend(need(&Permission { on: UNNAMED, when: When::Always, ..first }));
    }
    if let Some(name) = own_arn(service, &action) {
        out.iter_mut().skip(before).for_each(|need| narrow(need, &name, parameters));
    }
    true
}

fn find(name: &str) -> Option<(Service<'static>, Action<'static>)> {
    let (service, action) = name.strip_prefix("aws-sdk:")?.split_once(':')?;
    let service = sdk::service(service)?;
    Some((service, service.action(action)?))
}

const UNNAMED: &[On] = &[On::Unseen("*", "what it is on")];

/// How actions begin that are not on what their parameters have the ARN of: that is a part of something new, or
/// what a list is made of.
const OTHERS: [&str; 14] = [
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
const ON_OTHERS: &[(&str, &[&str])] = &[
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
const WITHOUT: [&str; 43] = [
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
    let mut others = ON_OTHERS.iter().filter(|(other, _)| *other == service.name);
    let on_others = others.any(|(_, actions)| actions.contains(&name.as_str()));
    if on_others || WITHOUT.contains(&service.name) || OTHERS.iter().any(|verb| name.starts_with(verb)) {
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
fn narrow(need: &mut Need, name: &str, parameters: Parameters<'_>) {
    let open = |resource: &Resource| resource.is_all() && resource.width == Width::Exact;
    if !need.resources.iter().all(open) {
        return;
    }
    let service = need.actions.first().and_then(|action| action.split(':').next()).unwrap_or_default();
    let arns: Vec<Resource> = parameters
        .given(name)
        .iter()
        .filter_map(Given::text)
        .filter(|(text, computed)| match text.strip_prefix("arn:") {
            // Of another service it is none of the action's.
            Some(rest) => rest.split(':').nth(1) == Some(service),
            None => *computed || text.starts_with("${"),
        })
        .map(|(text, computed)| {
            let width = if computed { Width::Unseen("what it is on") } else { Width::Exact };
            Resource::new(text, width)
        })
        .collect();
    if !arns.is_empty() {
        need.resources = arns;
    }
}

#[cfg(test)]
mod tests {
    use super::{ON_OTHERS, WITHOUT};
    use stack_core::services::sdk;

    #[test]
    fn the_lists_name_what_there_is() {
        assert!(WITHOUT.is_sorted() && ON_OTHERS.is_sorted());
        assert!(WITHOUT.iter().all(|name| sdk::service(name).is_some()));
        for (service, actions) in ON_OTHERS {
            let known = sdk::service(service).unwrap_or_else(|| panic!("{service}"));
            for action in *actions {
                assert!(known.action(action).is_some(), "{service}:{action}");
            }
        }
    }
}
