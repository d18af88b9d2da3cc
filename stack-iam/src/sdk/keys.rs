//! The keys of KMS that a call names, and what its caller must be allowed with them.

use super::members;
use crate::authorization::Profile;
use crate::key::{ENCRYPT, KEY};
use crate::parameters::Parameters;
use crate::requirement::Requirement;
use crate::resolve::{for_aws, named_by_value};
use stack_core::json::Node;
use stack_core::services::sdk::{Action, Service};

/// What services do with keys for their callers, where the reference does not say so and the documentation does.
const USES: &[(&str, &[&str])] = &[
    // These take a key for themselves: its policy has to allow the service.
    ("cloudwatchlogs", &[]),
    (
        "dynamodb",
        &["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
    ),
    ("ebs", &["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]),
    (
        "ec2",
        &[
            "kms:CreateGrant",
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncrypt*",
        ],
    ),
    ("eventbridge", &["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]),
    ("s3", ENCRYPT),
    ("sagemaker", &["kms:CreateGrant", "kms:DescribeKey"]),
    ("secretsmanager", ENCRYPT),
    ("sfn", &["kms:DescribeKey"]),
    ("ssm", &["kms:Encrypt", "kms:GenerateDataKey"]),
    ("textract", ENCRYPT),
    ("transcribe", ENCRYPT),
];

/// What services do with keys of which nothing is known.
const USUAL: &[&str] = &["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];

/// What a call needs of the keys that it names, and whether that is a guess.
pub(super) fn requirements(
    service: &Service<'_>,
    action: &Action<'_>,
    profile: &Profile<'_>,
    parameters: &Parameters<'_>,
) -> (Vec<Requirement>, bool) {
    let (mut out, mut is_guess) = (Vec::new(), false);
    // What reads and lists names a key to find something.
    if service.name == "kms" || ["describe", "get", "list", "search"].iter().any(|verb| is(action, verb)) {
        return (out, false);
    }
    let is_parameter_store = service.name == "ssm";
    let names = if is_parameter_store { names_key_of_parameter } else { names_key };
    for given in members::given(action, parameters, names) {
        let said: Vec<&str> = profile.dependent.iter().copied().filter(|it| it.starts_with("kms:")).collect();
        let known = USES.iter().find(|(name, _)| *name == service.name).map(|(_, uses)| *uses);
        let uses: &[&str] = if said.is_empty() { known.unwrap_or(USUAL) } else { &said };
        // Inside of something that is computed there may be one, and may be none.
        if given.is_guess {
            is_guess = true;
            continue;
        }
        is_guess |= said.is_empty() && known.is_none();
        let resources = named_by_value(&KEY, &given.name, &given.value, parameters.own);
        let for_grants = |uses: &[&str], condition: Option<Node<'static>>, out: &mut Vec<Requirement>| {
            if !uses.is_empty() && !resources.is_empty() {
                out.push(Requirement {
                    state: parameters.state.name.value.to_owned(),
                    actions: uses.iter().map(|it| (*it).to_owned()).collect(),
                    resources: resources.clone(),
                    condition,
                    names_own_machine: false,
                });
            }
        };
        let (grants, others): (Vec<&str>, Vec<&str>) =
            uses.iter().copied().partition(|action| *action == "kms:CreateGrant");
        for_grants(&others, None, &mut out);
        // Grants for services of AWS only.
        for_grants(&grants, Some(for_aws()), &mut out);
    }
    (out, is_guess)
}

/// Whether an action takes a key at all.
pub(super) fn are_taken(action: &Action<'_>) -> bool {
    members::takes(action, names_key)
}

fn is(action: &Action<'_>, verb: &str) -> bool {
    action.name.to_string().starts_with(verb)
}

/// Whether a member of that name is a key of KMS.
fn names_key(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_of_kms = ["kms", "cmk", "encryptionkey", "customermanagedkey"].iter().any(|it| name.contains(it));
    let ends = ["key", "keyarn", "keyid", "keyidentifier", "keyoverride", "kmsarn", "cmkarn"];
    is_of_kms && ends.iter().any(|end| name.ends_with(end)) && !name.contains("accesskey")
}

fn names_key_of_parameter(name: &str) -> bool {
    name == "KeyId" || names_key(name)
}
