//! The types of CloudFormation's resources and the names of their properties: whether one is misspelt.
//!
//! CloudFormation gets new ones every week, so a name that is none is an error only if it can only be meant for one that is.

use crate::error::Error;
use crate::template::resource::Resource;
use stack_core::similar::near;

/// The services and, below each, its types with their properties: `cargo xtask type-table`.
const TABLE: &str = include_str!("types.txt");

/// Checks the types and the properties of all resources; the error names all that are misspelt.
pub(crate) fn check(resources: &[Resource]) -> Result<(), Error> {
    let mut faults = Vec::new();
    // Resources of one type mostly stand together.
    let mut last = None;
    for resource in resources {
        let name = resource.cfn_type();
        let known = match last {
            Some((of, known)) if of == name => known,
            _ => find(name),
        };
        last = Some((name, known));
        match known {
            Found::Type(properties) => {
                let properties: Vec<&str> = properties.split(' ').collect();
                for member in resource.properties().as_object().unwrap_or_default() {
                    if let Some(meant) = misspelt(&member.key.value, &properties) {
                        let (id, key) = (&resource.id, &member.key.value);
                        let fault = format!(
                            "`{name}` has no property `{key}`, which `{id}` sets: did you mean `{meant}`?"
                        );
                        faults.push(Error::of(resource.owner, fault));
                    }
                }
            }
            Found::Misspelt(service, kind) => {
                let fault = format!("there is no type `{name}`: did you mean `AWS::{service}::{kind}`?");
                faults.push(Error::of(resource.owner, fault));
            }
            Found::Unknown => {}
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    let texts: Vec<String> = faults.iter().map(Error::to_string).collect();
    Err(Error::new(texts.join("\n")))
}

/// What is known of a type's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// It is one, with these properties.
    Type(&'static str),
    /// It is none, but this service and type may be meant.
    Misspelt(&'static str, &'static str),
    /// Nothing.
    Unknown,
}

fn find(name: &str) -> Found {
    let mut parts = name.split("::");
    let (Some("AWS"), Some(service), Some(kind), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Found::Unknown;
    };
    if let Some(of) = Types::of(service) {
        return match of.get(kind) {
            Some((_, properties)) => Found::Type(properties),
            None => {
                misspelt(kind, &of.names).map_or(Found::Unknown, |kind| Found::Misspelt(of.service, kind))
            }
        };
    }
    let mut services = Vec::new();
    for line in TABLE.lines() {
        if !line.starts_with(' ') {
            services.push(line);
        }
    }
    let of = misspelt(service, &services).and_then(Types::of);
    match of.and_then(|of| Some((of.service, of.get(kind)?))) {
        Some((service, (kind, _))) => Found::Misspelt(service, kind),
        None => Found::Unknown,
    }
}

/// The types of a service.
struct Types {
    service: &'static str,
    names: Vec<&'static str>,
    /// The properties of each, separated by spaces.
    properties: Vec<&'static str>,
}

impl Types {
    /// Those of the service of that name, if there is one.
    fn of(service: &str) -> Option<Self> {
        let mut found: Option<Self> = None;
        for line in TABLE.lines() {
            match (line.strip_prefix(' '), &mut found) {
                (Some(line), Some(types)) => {
                    let (name, properties) = line.split_once(' ').unwrap_or((line, ""));
                    types.names.push(name);
                    types.properties.push(properties);
                }
                (Some(_), None) => {}
                (None, Some(_)) => break,
                (None, None) if line == service => {
                    found = Some(Types { service: line, names: Vec::new(), properties: Vec::new() });
                }
                (None, None) => {}
            }
        }
        found
    }

    /// The type of that name, and its properties.
    fn get(&self, name: &str) -> Option<(&'static str, &'static str)> {
        let at = self.names.iter().position(|known| *known == name)?;
        Some((self.names.get(at)?, self.properties.get(at)?))
    }
}

/// The name that can only be meant by a word that is none of them.
fn misspelt<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    if known.contains(&word) || word.starts_with("Fn::") {
        return None;
    }
    near(word, known.iter().copied()).filter(|near| near.is_certain).map(|near| near.name)
}

#[cfg(test)]
mod tests {
    use super::{Found, TABLE, check, find};
    use crate::template::resource::Resource;
    use stack_core::json::{Json, Node};

    #[test]
    fn misspelt_types_are_found_by_their_service_or_by_their_name() {
        assert_eq!(find("AWS::SNS::Topik"), Found::Misspelt("SNS", "Topic"));
        assert_eq!(find("AWS::StepFunction::StateMachine"), Found::Misspelt("StepFunctions", "StateMachine"));
        assert_eq!(find("AWS::sqs::Queue"), Found::Misspelt("SQS", "Queue"));
        for unknown in [
            "AWS::SNS::TopicOfTomorrow",
            "AWS::Tomorrow::Queue",
            "Custom::Thing",
            "AWS::SNS::Topic::MODULE",
            "",
        ] {
            assert_eq!(find(unknown), Found::Unknown, "{unknown}");
        }
        assert!(
            matches!(find("AWS::SQS::Queue"), Found::Type(properties) if properties.contains("DelaySeconds"))
        );
    }

    #[test]
    fn misspelt_properties_are_told_together() {
        let queue = |keys: &[&'static str]| {
            let members = keys.iter().map(|key| (*key, Node::from(Json::Null)));
            Resource::new("JobsQueue".into(), "jobs", "AWS::SQS::Queue", Node::object(members))
        };
        assert!(check(&[queue(&["DelaySeconds", "QueueName", "SomethingNew", "Fn::Transform"])]).is_ok());
        let text = check(&[queue(&["DelaySecond"]), queue(&["queueName"])]).unwrap_err().to_string();
        assert_eq!(
            text,
            "`jobs`: `AWS::SQS::Queue` has no property `DelaySecond`, which `JobsQueue` sets: did you mean `DelaySeconds`?\n\
             `jobs`: `AWS::SQS::Queue` has no property `queueName`, which `JobsQueue` sets: did you mean `QueueName`?"
        );
    }

    #[test]
    fn the_table_is_sorted_and_each_type_is_found() {
        let services: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with(' ')).collect();
        assert!(services.len() > 200 && services.is_sorted());
        let mut service = "";
        for line in TABLE.lines() {
            match line.strip_prefix(' ') {
                None => service = line,
                Some(line) => {
                    let kind = line.split(' ').next().unwrap_or_default();
                    assert!(
                        matches!(find(&format!("AWS::{service}::{kind}")), Found::Type(_)),
                        "{service} {kind}"
                    );
                }
            }
        }
    }
}
