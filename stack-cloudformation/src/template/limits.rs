//! What CloudFormation and the services refuse, found before anything is deployed.

use crate::error::{Error, did_you_mean};
use crate::template::document::Document;
use crate::template::finished::Template;
use crate::template::intrinsics::find_id;
use crate::template::logical_id;
use crate::template::pseudo::NAMES as PSEUDO_PARAMETERS;
use crate::template::resource::Resource;
use stack_core::json::Node;
use stack_core::json::write::compact;
use std::collections::HashMap;

/// The longest template body, in bytes, from an S3 bucket.
const MAX_TEMPLATE_BYTES: usize = 1_000_000;
const MAX_RESOURCES: usize = 500;
const MAX_OUTPUTS: usize = 200;
const MAX_PARAMETERS: usize = 200;
/// The most managed policies of a role, unless the account's quota was raised.
const MAX_MANAGED_POLICIES: usize = 10;

/// The properties that hold a physical name, of resources whose names are unique in an account, or in what another
/// property names.
const NAMES: [(&str, &str, &str); 12] = [
    ("AWS::Batch::JobDefinition", "JobDefinitionName", ""),
    ("AWS::DynamoDB::Table", "TableName", ""),
    ("AWS::Events::EventBus", "Name", ""),
    ("AWS::Events::Rule", "Name", "EventBusName"),
    ("AWS::Lambda::Function", "FunctionName", ""),
    ("AWS::S3::Bucket", "BucketName", ""),
    ("AWS::SNS::Topic", "TopicName", ""),
    ("AWS::Scheduler::Schedule", "Name", "GroupName"),
    ("AWS::SecretsManager::Secret", "Name", ""),
    ("AWS::SQS::Queue", "QueueName", ""),
    ("AWS::StepFunctions::Activity", "Name", ""),
    ("AWS::StepFunctions::StateMachine", "StateMachineName", ""),
];

/// Checks the parts of a template; leaves out minor outputs if there are too many.
pub(crate) fn check(document: &mut Document) -> Result<(), Error> {
    if document.outputs.len() + document.minor_outputs.len() > MAX_OUTPUTS
        && !document.minor_outputs.is_empty()
    {
        document.minor_outputs.clear();
        document.notes.push(format!("there are more than {MAX_OUTPUTS} outputs: the names are left out"));
    }
    unique(document)?;
    if document.resources.is_empty() {
        return Err(Error::new("the stack has no resources; CloudFormation needs one"));
    }
    let count = |label: &str, count: usize, limit: usize| match count > limit {
        true => Err(Error::new(format!("the template has {count} {label}; CloudFormation takes {limit}"))),
        false => Ok(()),
    };
    count("resources", document.resources.len(), MAX_RESOURCES)?;
    count("outputs", document.outputs.len() + document.minor_outputs.len(), MAX_OUTPUTS)?;
    count("parameters", document.parameters.len(), MAX_PARAMETERS)?;
    let (mut ids, mut targets) = (Vec::new(), HashMap::new());
    for (index, (id, _)) in named(document).into_iter().enumerate() {
        ids.push(id);
        targets.insert(id, index);
    }
    for resource in &document.resources {
        let missing = |id: &str| {
            let near = did_you_mean(id, &ids);
            Error::of(
                resource.owner,
                format!("`{}` refers to `{id}`, which is not in the template{near}", resource.id),
            )
        };
        if let Some(id) = resource.depends().iter().find(|id| !targets.contains_key(id.as_str())) {
            return Err(missing(id));
        }
        dangling(resource.properties(), &targets).map_or(Ok(()), |id| Err(missing(id)))?;
    }
    policies(&document.resources)?;
    for output in document.all_outputs() {
        if let Some(id) = dangling(&output.value, &targets) {
            let text = format!("the output `{}` refers to `{id}`, which is not in the template", output.id);
            return Err(Error::of(output.owner, text));
        }
    }
    Ok(())
}

/// Checks the size of the whole.
pub(crate) fn check_size(template: &Template) -> Result<(), Error> {
    let size = template.to_compact_json().len();
    if size > MAX_TEMPLATE_BYTES {
        return Err(Error::new(format!(
            "the template has {size} bytes; CloudFormation takes {MAX_TEMPLATE_BYTES}"
        )));
    }
    Ok(())
}

/// Logical ids are well-formed and unique, outputs among themselves.
fn unique(document: &Document) -> Result<(), Error> {
    distinct(&named(document))?;
    let mut outputs = Vec::new();
    for output in document.all_outputs() {
        outputs.push((output.id.as_str(), output.owner));
    }
    distinct(&outputs)?;
    physical_names(document)
}

/// What intrinsics can name: the logical ids of resources and parameters, and whose they are.
fn named(document: &Document) -> Vec<(&str, &str)> {
    let mut named = Vec::new();
    for resource in &document.resources {
        named.push((resource.id.as_str(), resource.owner));
    }
    for parameter in &document.parameters {
        named.push((parameter.id.as_str(), parameter.owner));
    }
    named
}

/// No two resources of a type have the same physical name.
fn physical_names(document: &Document) -> Result<(), Error> {
    let mut seen = HashMap::new();
    for (index, resource) in document.resources.iter().enumerate() {
        for (cfn_type, name, within) in NAMES {
            let properties = resource.properties();
            if cfn_type != resource.cfn_type() {
                continue;
            }
            let Some(name) = properties.get(name).and_then(Node::as_str) else { continue };
            let within = properties.get(within).map_or_else(String::new, |it| compact(it, &mut |_, _| {}));
            if let Some(other) = seen.insert(format!("{cfn_type} {name} {within}"), index) {
                let other = document.resources[other].owner;
                let text = format!("`{other}` and `{}` both have the name `{name}`", resource.owner);
                return Err(Error::new(text));
            }
        }
    }
    Ok(())
}

/// Checks logical ids, each with the resource that has it.
fn distinct(named: &[(&str, &str)]) -> Result<(), Error> {
    let mut seen = HashMap::new();
    for (index, (id, owner)) in named.iter().enumerate() {
        if !logical_id::is_valid(id) {
            let text = format!(
                "`{id}` is not a logical id: 1 to {} ASCII letters and digits",
                logical_id::MAX_LENGTH
            );
            return Err(Error::of(owner, text));
        }
        if let Some(other) = seen.insert(*id, index) {
            let other = named[other].1;
            return Err(Error::new(format!("`{other}` and `{owner}` both have the logical id `{id}`")));
        }
    }
    Ok(())
}

/// The first id that an intrinsic names and that is not in the template.
fn dangling<'a>(node: &'a Node<'static>, targets: &HashMap<&str, usize>) -> Option<&'a str> {
    find_id(node, &mut |id| match id.strip_prefix("AWS::") {
        Some(pseudo) => !PSEUDO_PARAMETERS.contains(&pseudo),
        None => !targets.contains_key(id),
    })
}

/// The permissions of every role fit into the policies that it can have.
fn policies(resources: &[Resource]) -> Result<(), Error> {
    // Those that name their roles themselves.
    let mut attached: HashMap<&str, usize> = HashMap::new();
    for policy in resources.iter().filter(|resource| resource.cfn_type() == "AWS::IAM::ManagedPolicy") {
        let roles = policy.properties().get("Roles").and_then(Node::as_array).unwrap_or_default();
        for role in roles.iter().filter_map(|role| role.get("Ref")?.as_str()) {
            *attached.entry(role).or_insert(0) += 1;
        }
    }
    for role in resources.iter().filter(|resource| resource.cfn_type() == "AWS::IAM::Role") {
        let named = role.properties().get("ManagedPolicyArns").and_then(Node::as_array).unwrap_or_default();
        let count = named.len() + attached.get(role.id.as_str()).copied().unwrap_or_default();
        if count > MAX_MANAGED_POLICIES {
            let text = format!(
                "its role `{}` needs {count} managed policies; IAM takes {MAX_MANAGED_POLICIES}",
                role.id
            );
            return Err(Error::of(role.owner, text));
        }
    }
    Ok(())
}
