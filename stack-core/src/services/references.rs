//! References to resources in parameters that name one: what each of them has to be.

use super::parameter::{Parameter, Value};
use super::referent::Referent;
use crate::json::{Hole, Json, Node};
use crate::language::StateKind;
use crate::text::before;

/// What a reference has to be where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExpectedReferent {
    /// The parameter that it is the value of.
    pub parameter: &'static str,
    /// What that takes.
    pub names: &'static [Referent],
}

/// Visits the number of each reference of a state that stands where a resource is named, and what it has to be.
pub fn expected(kind: Option<StateKind>, state: &Node<'_>, visit: &mut dyn FnMut(u32, ExpectedReferent)) {
    match kind {
        Some(StateKind::Task) => task(state, visit),
        Some(StateKind::Map) => {
            members(state.get("ItemReader"), OBJECT, visit);
            members(state.get("ResultWriter"), OBJECT, visit);
        }
        _ => {}
    }
}

/// Where a distributed Map reads its items, and writes its results.
const OBJECT: &[Parameter] = &[Parameter::new("Bucket", Value::Names(&[Referent::NameOfBucket]))];
const CREDENTIALS: &[Parameter] = &[Parameter::new("RoleArn", Value::Names(&[Referent::ArnOfRole]))];

/// Of the AWS SDK: parameters that name the same in all actions of a service.
const SDK: &[(&str, &[Parameter])] = &[
    (
        "batch",
        &[
            names("JobDefinition", &[Referent::ArnOfJobDefinition]),
            names("JobQueue", &[Referent::ArnOfJobQueue]),
        ],
    ),
    ("cloudwatchlogs", &[names("LogGroupName", &[Referent::NameOfLogGroup])]),
    ("dynamodb", &[names("TableName", &[Referent::NameOfTable, Referent::ArnOfTable])]),
    ("dynamodbstreams", &[names("StreamArn", &[Referent::ArnOfStream])]),
    ("eventbridge", &[BUS, Parameter::new("Entries", Value::List(&Value::Object(&[BUS])))]),
    ("lambda", &[names("FunctionName", &[Referent::NameOfFunction, Referent::ArnOfFunction])]),
    ("s3", &[names("Bucket", &[Referent::NameOfBucket])]),
    ("secretsmanager", &[names("SecretId", &[Referent::ArnOfSecret])]),
    (
        "sfn",
        &[
            names("ActivityArn", &[Referent::ArnOfActivity]),
            names("StateMachineArn", &[Referent::ArnOfStateMachine]),
        ],
    ),
    ("sns", &[names("TopicArn", &[Referent::ArnOfTopic])]),
    ("sqs", &[names("QueueUrl", &[Referent::UrlOfQueue])]),
];
const BUS: Parameter = names("EventBusName", &[Referent::NameOfEventBus, Referent::ArnOfEventBus]);

const fn names(parameter: &'static str, names: &'static [Referent]) -> Parameter {
    Parameter::new(parameter, Value::Names(names))
}

/// What parameters name in all actions of that service of the AWS SDK.
pub(crate) fn of_the_sdk(service: &str) -> &'static [Parameter] {
    SDK.iter().find(|(name, _)| *name == service).map_or(&[], |(_, parameters)| *parameters)
}

fn task(state: &Node<'_>, visit: &mut dyn FnMut(u32, ExpectedReferent)) {
    if let Some(credentials) = state.get("Credentials") {
        object(credentials, CREDENTIALS, visit);
    }
    let Some(integration) = state.get("Resource").and_then(super::of_resource) else { return };
    let parameters = match integration.strip_prefix("aws-sdk:") {
        Some(call) => of_the_sdk(before(call, b':')),
        None => super::action(super::split(integration).0).map_or(&[][..], |action| action.parameters),
    };
    members(Some(state), parameters, visit);
}

/// The parameters that the object has, in either query language.
fn members(
    node: Option<&Node<'_>>,
    parameters: &'static [Parameter],
    visit: &mut dyn FnMut(u32, ExpectedReferent),
) {
    for field in ["Parameters", "Arguments"] {
        if let Some(value) = node.and_then(|node| node.get(field)) {
            object(value, parameters, visit);
        }
    }
}

fn object(node: &Node<'_>, parameters: &'static [Parameter], visit: &mut dyn FnMut(u32, ExpectedReferent)) {
    for member in node.as_object().unwrap_or_default() {
        if let Some(known) = parameters.iter().find(|known| known.name == member.key.value) {
            value(&member.value, known.name, &known.value, visit);
        }
    }
}

fn value(
    node: &Node<'_>,
    parameter: &'static str,
    known: &'static Value,
    visit: &mut dyn FnMut(u32, ExpectedReferent),
) {
    match (known, &node.json) {
        (Value::Names(names), Json::Hole(Hole::Reference(number))) => {
            visit(*number, ExpectedReferent { parameter, names })
        }
        (Value::List(item), Json::Array(items)) => {
            items.iter().for_each(|node| value(node, parameter, item, visit));
        }
        (Value::Map(item), Json::Object(members)) => {
            members.iter().for_each(|member| value(&member.value, parameter, item, visit));
        }
        (Value::Object(parameters), _) => object(node, parameters, visit),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::sdk;
    use super::*;
    use crate::json::{At, Site};

    fn node(text: &str) -> Node<'static> {
        text.strip_prefix('@').map_or_else(
            || Json::String(text.to_owned().into()).into(),
            |number| Json::Hole(Hole::Reference(number.parse().unwrap())).into(),
        )
    }

    /// The references of a state with these members; of the texts, `@0` is one, and `{..}` and `[..]` hold one value.
    fn of_state(members: &[(&str, Node<'static>)]) -> Vec<(u32, &'static str, &'static [Referent])> {
        let state = Node::object(members.iter().cloned());
        let mut found = Vec::new();
        let visit = &mut |number, expected: ExpectedReferent| {
            found.push((number, expected.parameter, expected.names))
        };
        let kind = state.get("Type").and_then(Node::as_str).and_then(StateKind::from_name);
        expected(kind, &state, visit);
        found
    }

    fn integration(name: &'static str) -> Node<'static> {
        Json::Hole(Hole::Integration(name.into())).into()
    }

    #[test]
    fn of_a_task() {
        let parameters = Node::object([
            ("FunctionName", node("@0")),
            ("Payload", Node::object([("table", node("@1"))])),
            ("Qualifier", node("@2")),
        ]);
        let expected: &[_] =
            &[(0, "FunctionName", [Referent::NameOfFunction, Referent::ArnOfFunction].as_slice())];
        let arn = node("arn:aws-cn:states:::lambda:invoke");
        for resource in [integration("lambda:invoke.waitForTaskToken"), arn] {
            for field in ["Parameters", "Arguments"] {
                let members =
                    [("Type", "Task".into()), ("Resource", resource.clone()), (field, parameters.clone())];
                assert_eq!(of_state(&members), expected);
            }
        }
    }

    #[test]
    fn of_the_sdk() {
        let found = of_state(&[
            ("Type", "Task".into()),
            ("Resource", integration("aws-sdk:eventbridge:putEvents")),
            (
                "Parameters",
                Node::object([("Entries", Node::array([Node::object([("EventBusName", node("@0"))])]))]),
            ),
        ]);
        assert_eq!(
            found,
            [(0, "EventBusName", [Referent::NameOfEventBus, Referent::ArnOfEventBus].as_slice())]
        );
        for (service, parameters) in SDK {
            let service = sdk::service(service).unwrap();
            for known in *parameters {
                let mut all = service.actions().flat_map(|action| action.parameters().collect::<Vec<_>>());
                assert!(all.any(|it| it.name == *known.name), "{}: {}", service.name, known.name);
            }
        }
    }

    #[test]
    fn of_credentials_and_of_what_is_no_integration() {
        let found = of_state(&[
            ("Type", "Task".into()),
            ("Resource", node("@0")),
            ("Credentials", Node::object([("RoleArn", node("@1"))])),
            ("Parameters", Node::object([("FunctionName", node("@2"))])),
        ]);
        assert_eq!(found, [(1, "RoleArn", [Referent::ArnOfRole].as_slice())]);
    }

    #[test]
    fn of_a_distributed_map() {
        let place = |number| {
            Node::object([("Parameters", Node::object([("Bucket", node(number)), ("Key", node("@9"))]))])
        };
        let found =
            of_state(&[("Type", "Map".into()), ("ItemReader", place("@0")), ("ResultWriter", place("@1"))]);
        assert_eq!(
            found,
            [
                (0, "Bucket", [Referent::NameOfBucket].as_slice()),
                (1, "Bucket", [Referent::NameOfBucket].as_slice())
            ]
        );
    }

    #[test]
    fn in_lists_maps_and_objects() {
        static NESTED: &[Parameter] = &[
            Parameter::new("Roles", Value::List(&Value::Names(&[Referent::ArnOfRole]))),
            Parameter::new("ByKey", Value::Map(&Value::Object(CREDENTIALS))),
        ];
        let mut root = Node::object([
            ("Roles", Node::array([node("@0"), node("text"), node("@1")])),
            ("ByKey", Node::object([("a", Node::object([("RoleArn", node("@2"))]))])),
        ]);
        if let Json::Object(members) = &mut root.json {
            members.push(crate::json::Member {
                key: At { value: "Other".into(), site: Site::NONE },
                value: node("@3"),
            });
        }
        let mut found = Vec::new();
        object(&root, NESTED, &mut |number, expected| found.push((number, expected.parameter)));
        assert_eq!(found, [(0, "Roles"), (1, "Roles"), (2, "RoleArn")]);
    }
}
