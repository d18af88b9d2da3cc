//! Which properties a state machine has in a template.

use super::intrinsics::intrinsic;
use crate::faults::unknown_property;
use stack_core::finding::{Edit, Findings, Suggestion};
use stack_core::json::{Json, Member, Node, Site};
use stack_core::rules::fields::{unknown_word, wrong_type};
use stack_core::similar::near;

/// CloudFormation's properties.
const OF_CLOUDFORMATION: &[&str] = &[
    "StateMachineName",
    "Definition",
    "DefinitionString",
    "DefinitionS3Location",
    "DefinitionSubstitutions",
    "RoleArn",
    "StateMachineType",
    "LoggingConfiguration",
    "TracingConfiguration",
    "EncryptionConfiguration",
    "Tags",
];

/// AWS SAM's properties.
const OF_SAM: &[&str] = &[
    "AutoPublishAlias",
    "Definition",
    "DefinitionSubstitutions",
    "DefinitionUri",
    "DeploymentPreference",
    "Events",
    "Logging",
    "Name",
    "PermissionsBoundary",
    "Policies",
    "PropagateTags",
    "Role",
    "RolePath",
    "Tags",
    "Tracing",
    "Type",
    "UseAliasAsEventTarget",
];

/// The properties of some of these, which both have.
const PARTS: &[(&str, &[&str])] = &[
    ("LoggingConfiguration", &["Destinations", "IncludeExecutionData", "Level"]),
    ("Logging", &["Destinations", "IncludeExecutionData", "Level"]),
    ("TracingConfiguration", &["Enabled"]),
    ("Tracing", &["Enabled"]),
    ("EncryptionConfiguration", &["KmsDataKeyReusePeriodSeconds", "KmsKeyId", "Type"]),
    ("DefinitionS3Location", &["Bucket", "Key", "Version"]),
    ("DefinitionUri", &["Bucket", "Key", "Version"]),
];

/// What is logged.
const LEVELS: &[&str] = &["ALL", "ERROR", "FATAL", "OFF"];

/// Reports the properties that there are not. Those that give a definition in a template of the other kind are reported
/// where the definition is looked for.
pub(super) fn check(properties: &Node<'_>, is_sam: bool, out: &Findings) {
    let (known, others) = if is_sam { (OF_SAM, OF_CLOUDFORMATION) } else { (OF_CLOUDFORMATION, OF_SAM) };
    for Member { key, value } in properties.as_object().unwrap_or_default() {
        let name = key.value.as_ref();
        if !(name.starts_with("Definition") && others.contains(&name)) {
            unknown(key.site, name, known, out);
        }
        let Some((_, parts)) = PARTS.iter().find(|(part, _)| *part == name && known.contains(part)) else {
            continue;
        };
        for part in value.as_object().unwrap_or_default() {
            unknown(part.key.site, &part.key.value, parts, out);
            if part.key.value == "Level"
                && let Json::String(word) = &part.value.json
                && !LEVELS.contains(&word.as_ref())
                && !word.contains("${")
                && !word.contains("{{resolve:")
            {
                let message = format!("`Level` cannot be `{word}`");
                let report = out.report(&unknown_word::RULE, part.value.site, message);
                let upper = word.to_uppercase();
                match LEVELS.iter().find(|level| **level == upper) {
                    Some(level) => {
                        report.help(Suggestion::did_you_mean(
                            level,
                            Edit::whole(part.value.site, word.as_ref(), *level),
                            true,
                        ));
                    }
                    None => {
                        report.help("it takes `ALL`, `ERROR`, `FATAL`, `OFF`");
                    }
                }
            }
        }
    }
}

/// Reports substitutions that are no texts, numbers or booleans.
pub(super) fn check_substitutions(substitutions: &Node<'_>, out: &Findings) {
    if intrinsic(substitutions).is_some() {
        return;
    }
    for Member { key, value } in substitutions.as_object().unwrap_or_default() {
        let label = match value.json {
            Json::Array(_) => "a list",
            Json::Object(_) if intrinsic(value).is_none() && !value.is_partial() => "an object",
            _ => continue,
        };
        let message = format!("`{}` takes a string, a number or a boolean, not {label}", key.value);
        out.report(&wrong_type::RULE, value.site, message)
            .help("CloudFormation puts a substitution in as a text");
    }
}

fn unknown(site: Site, name: &str, known: &[&'static str], out: &Findings) {
    // What a function makes is not known, nor what a tool fills in.
    if known.contains(&name) || name.starts_with("Fn::") || name == "Ref" || name.contains('$') {
        return;
    }
    let report = out.report(&unknown_property::RULE, site, format!("there is no property `{name}` here"));
    match near(name, known.iter().copied()) {
        Some(near) => {
            let edit = Edit::whole(site, name, near.name);
            report.help(Suggestion::did_you_mean(near.name, edit, near.is_certain));
        }
        None => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            report.help(format!("the properties are {}", known.join(", ")));
        }
    }
}
