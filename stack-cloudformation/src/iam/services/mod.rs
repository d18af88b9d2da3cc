//! What each service integration needs, as tables: a file for a service, a line here to register it.

mod batch;
mod lambda;

pub(crate) use lambda::function_arns;

/// Every service with a table.
const SERVICES: &[&[Integration]] = &[batch::INTEGRATIONS, lambda::INTEGRATIONS];

/// A service integration and the permissions that a machine's role needs for it.
#[derive(Debug)]
pub(crate) struct Integration {
    /// Its name without a pattern: `batch:submitJob`.
    pub(crate) name: &'static str,
    /// The permissions.
    pub(crate) grants: &'static [Grant],
}

/// Permissions that are needed together.
#[derive(Debug)]
pub(crate) struct Grant {
    pub(crate) actions: &'static [&'static str],
    pub(crate) on: &'static [Target],
    pub(crate) when: When,
}

/// When a grant is needed.
#[derive(Debug)]
pub(crate) enum When {
    /// Always.
    Always,
    /// With `.sync`, in any version.
    Sync,
    /// If the task has that parameter.
    With(&'static str),
}

/// What a grant is on.
#[derive(Debug)]
pub(crate) enum Target {
    /// Resources that are known without the task: an ARN, in which `${AWS::Region}` and the like may stand.
    Arn(&'static str),
    /// The resource that a parameter of the task names.
    Field(Field),
}

/// A parameter that names a resource.
#[derive(Debug)]
pub(crate) struct Field {
    /// The parameter.
    pub(crate) name: &'static str,
    /// The attribute that is the ARN of a resource of the stack, for a reference to its name.
    pub(crate) attribute: &'static str,
    /// What is allowed of that ARN, one pattern each.
    pub(crate) forms: &'static [Form],
    /// The ARNs for a text, in which `${AWS::Region}` and the like may stand.
    pub(crate) arns: fn(&str) -> Vec<String>,
}

/// A pattern made from the ARN of a resource of the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// The ARN.
    Itself,
    /// The ARN with something appended.
    With(&'static str),
    /// Every revision of a Batch job definition, whose ARN ends in one: an execution that runs while the stack is updated
    /// goes on with the revision that it began with.
    Revisions,
}

/// The table of an integration; none if its permissions are not known here.
pub(crate) fn find(name: &str) -> Option<&'static Integration> {
    SERVICES.iter().flat_map(|service| service.iter()).find(|integration| integration.name == name)
}

/// The ARN of a resource of this account and region.
fn arn(service: &str, resource: &str) -> String {
    format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_actions_are_sorted() {
        let all: Vec<_> = SERVICES.iter().flat_map(|service| service.iter()).collect();
        for (i, integration) in all.iter().enumerate() {
            assert!(
                all.iter().skip(i + 1).all(|other| other.name != integration.name),
                "{}",
                integration.name
            );
            for grant in integration.grants {
                assert!(grant.actions.is_sorted(), "{:?}", grant.actions);
                assert!(!grant.on.is_empty(), "{}", integration.name);
            }
        }
    }

    /// The actions are those that were collected from AWS's documentation.
    #[test]
    fn actions_are_those_of_the_reference() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/integrations.json");
        let Ok(text) = std::fs::read_to_string(path) else {
            println!("skipped: {path} is not there");
            return;
        };
        let reference: serde_json::Value = serde_json::from_str(&text).unwrap();
        for integration in SERVICES.iter().flat_map(|service| service.iter()) {
            let known = reference["integrations"][integration.name]["iam"].as_array().unwrap();
            let known = known.iter().flat_map(|grant| grant["actions"].as_array().unwrap());
            let mut known: Vec<&str> = known.map(|action| action.as_str().unwrap()).collect();
            let mut ours: Vec<&str> =
                integration.grants.iter().flat_map(|grant| grant.actions).copied().collect();
            // An action may be granted twice, on different resources.
            for actions in [&mut known, &mut ours] {
                actions.sort_unstable();
                actions.dedup();
            }
            assert_eq!(ours, known, "{}", integration.name);
        }
    }
}
