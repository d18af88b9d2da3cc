//! What CloudFormation and the services refuse, found before anything is deployed.

use crate::error::Error;
use crate::kind::scope::{Builder, Resource};
use crate::template::Template;
use crate::template::logical_id;
use crate::template::pseudo::NAMES as PSEUDO_PARAMETERS;
use stack_core::json::interpolation::Notation;
use stack_core::json::{Json, Node};
use stack_core::similar::nearest;
use std::collections::{HashMap, HashSet};

/// The longest template body, in bytes, from an S3 bucket.
const TEMPLATE: usize = 1_000_000;
const RESOURCES: usize = 500;
const OUTPUTS: usize = 200;
const PARAMETERS: usize = 200;
/// The most managed policies of a role, unless the account's quota was raised.
const MANAGED_POLICIES: usize = 10;

/// The properties that hold a physical name, of resources whose names are unique in an account.
const NAMES: [(&str, &str); 10] = [
    ("AWS::Batch::JobDefinition", "JobDefinitionName"),
    ("AWS::DynamoDB::Table", "TableName"),
    ("AWS::Events::EventBus", "Name"),
    ("AWS::Lambda::Function", "FunctionName"),
    ("AWS::S3::Bucket", "BucketName"),
    ("AWS::SNS::Topic", "TopicName"),
    ("AWS::SecretsManager::Secret", "Name"),
    ("AWS::SQS::Queue", "QueueName"),
    ("AWS::StepFunctions::Activity", "Name"),
    ("AWS::StepFunctions::StateMachine", "StateMachineName"),
];

/// Checks the parts of a template; leaves out minor outputs if there are too many.
pub(crate) fn check(builder: &mut Builder) -> Result<(), Error> {
    if builder.outputs.len() + builder.names.len() > OUTPUTS && !builder.names.is_empty() {
        builder.names.clear();
        builder.notes.push(format!("there are more than {OUTPUTS} outputs: the names are left out"));
    }
    unique(builder)?;
    if builder.resources.is_empty() {
        return Err(Error::new("the stack has no resources; CloudFormation needs one"));
    }
    let count = |what: &str, count: usize, limit: usize| match count > limit {
        true => Err(Error::new(format!("the template has {count} {what}; CloudFormation takes {limit}"))),
        false => Ok(()),
    };
    count("resources", builder.resources.len(), RESOURCES)?;
    count("outputs", builder.outputs.len() + builder.names.len(), OUTPUTS)?;
    count("parameters", builder.parameters.len(), PARAMETERS)?;
    let targets: HashSet<&str> = builder
        .resources
        .iter()
        .map(|resource| resource.id.as_str())
        .chain(builder.parameters.iter().map(|parameter| parameter.id.as_str()))
        .collect();
    for resource in &builder.resources {
        let missing = |id: &str| {
            let known = builder.resources.iter().map(|resource| resource.id.as_str());
            let known = known.chain(builder.parameters.iter().map(|parameter| parameter.id.as_str()));
            let near = nearest(id, known).map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
            Error::of(
                resource.owner,
                format!("`{}` refers to `{id}`, which is not in the template{near}", resource.id),
            )
        };
        if let Some(id) = resource.depends().iter().find(|id| !targets.contains(id.as_str())) {
            return Err(missing(id));
        }
        dangling(resource.properties(), &targets).map_or(Ok(()), |id| Err(missing(id)))?;
    }
    policies(&builder.resources)?;
    for output in builder.outputs.iter().chain(&builder.names) {
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
    if size > TEMPLATE {
        return Err(Error::new(format!("the template has {size} bytes; CloudFormation takes {TEMPLATE}")));
    }
    Ok(())
}

/// Logical ids are well-formed and unique, outputs among themselves.
fn unique(builder: &Builder) -> Result<(), Error> {
    let resources = builder.resources.iter().map(|resource| (resource.id.as_str(), resource.owner));
    let parameters = builder.parameters.iter().map(|parameter| (parameter.id.as_str(), parameter.owner));
    distinct(resources.chain(parameters))?;
    distinct(builder.outputs.iter().chain(&builder.names).map(|output| (output.id.as_str(), output.owner)))?;
    physical_names(builder)
}

/// No two resources of a type have the same physical name.
fn physical_names(builder: &Builder) -> Result<(), Error> {
    let mut owners = HashMap::new();
    for resource in &builder.resources {
        let own = NAMES.iter().filter(|(cfn_type, _)| *cfn_type == resource.cfn_type());
        let names = own.filter_map(|(_, name)| resource.properties().get(name)?.as_str());
        for name in names {
            if let Some(other) = owners.insert((resource.cfn_type(), name), resource.owner) {
                let text = format!("`{other}` and `{}` both have the name `{name}`", resource.owner);
                return Err(Error::new(text));
            }
        }
    }
    Ok(())
}

fn distinct<'a>(ids: impl Iterator<Item = (&'a str, &'a str)>) -> Result<(), Error> {
    let mut owners = HashMap::new();
    for (id, owner) in ids {
        if !logical_id::is_valid(id) {
            let text =
                format!("`{id}` is not a logical id: 1 to {} ASCII letters and digits", logical_id::MAX);
            return Err(Error::of(owner, text));
        }
        if let Some(other) = owners.insert(id, owner) {
            return Err(Error::new(format!("`{other}` and `{owner}` both have the logical id `{id}`")));
        }
    }
    Ok(())
}

/// The first id that an intrinsic names and that is not in the template.
fn dangling<'a>(node: &'a Node<'static>, targets: &HashSet<&str>) -> Option<&'a str> {
    find_id(node, &mut |id| match id.strip_prefix("AWS::") {
        Some(pseudo) => !PSEUDO_PARAMETERS.contains(&pseudo),
        None => !targets.contains(id),
    })
}

/// The first logical id that the intrinsics in a value name and that is wanted.
pub(crate) fn find_id<'a>(
    node: &'a Node<'static>,
    wanted: &mut dyn FnMut(&'a str) -> bool,
) -> Option<&'a str> {
    match &node.json {
        Json::Array(items) => items.iter().find_map(|item| find_id(item, wanted)),
        Json::Object(members) => match members.as_slice() {
            [only] if only.key.value == "Ref" => only.value.as_str().filter(|id| wanted(id)),
            [only] if only.key.value == "Fn::GetAtt" => {
                let path = only.value.as_str().and_then(|path| path.split('.').next());
                path.or_else(|| only.value.as_array()?.first()?.as_str()).filter(|id| wanted(id))
            }
            [only] if only.key.value == "Fn::Sub" => {
                let parts = only.value.as_array().unwrap_or_default();
                let text = only.value.as_str().or_else(|| parts.first()?.as_str()).unwrap_or_default();
                // Names of its own, and what they stand for.
                let own = parts.get(1);
                let is_own = |name: &str| own.is_some_and(|own| own.get(name).is_some());
                substituted(text).find(|id| !is_own(id) && wanted(id)).or_else(|| find_id(own?, wanted))
            }
            _ => members.iter().find_map(|member| find_id(&member.value, wanted)),
        },
        _ => None,
    }
}

/// The ids in `${Id}` and `${Id.Attribute}` of a `Fn::Sub`.
fn substituted(text: &str) -> impl Iterator<Item = &str> {
    Notation::Sub.holes(text).filter_map(|hole| hole.name.split('.').next())
}

/// The permissions of every role fit into the policies that it can have.
fn policies(resources: &[Resource]) -> Result<(), Error> {
    // Those that name their roles themselves.
    let mut attached: HashMap<&str, usize> = HashMap::new();
    for policy in resources.iter().filter(|resource| resource.cfn_type() == "AWS::IAM::ManagedPolicy") {
        let roles = policy.properties().get("Roles").and_then(Node::as_array).unwrap_or_default();
        for role in roles.iter().filter_map(|role| role.get("Ref")?.as_str()) {
            *attached.entry(role).or_default() += 1;
        }
    }
    for role in resources.iter().filter(|resource| resource.cfn_type() == "AWS::IAM::Role") {
        let named = role.properties().get("ManagedPolicyArns").and_then(Node::as_array).unwrap_or_default();
        let count = named.len() + attached.get(role.id.as_str()).copied().unwrap_or_default();
        if count > MANAGED_POLICIES {
            let text = format!(
                "its role `{}` needs {count} managed policies; IAM takes {MANAGED_POLICIES}",
                role.id
            );
            return Err(Error::of(role.owner, text));
        }
    }
    Ok(())
}
