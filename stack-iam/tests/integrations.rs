//! A machine of one task for every optimized integration and pattern: it is accepted, and what its role may do is in
//! `integrations.txt`, for a reader to judge. cfn-lint says whether IAM knows the actions, and on such resources.

use expect_test::expect_file;
use stack_core::finding::Findings;
use stack_core::json::Node;
use stack_core::json::Object;
use stack_core::language::MachineType;
use stack_core::services::parameter::{Parameter, Value};
use stack_core::services::referent::Referent;
use stack_core::services::{ALL, Action};
use stack_core::{check, json::write};
use stack_iam::{Derived, OwnMachine, Requirement, policy};
use std::process::Command;

/// Every suffix of an action, the empty one first.
fn suffixes(action: &Action) -> impl Iterator<Item = &'static str> {
    std::iter::once("").chain(action.patterns.iter().map(|pattern| pattern.suffix()))
}

/// A value that a parameter may have, as JSON.
fn value(name: &str, value: &Value, all: bool) -> String {
    let text = match value {
        Value::Word(words) => words[0].to_owned(),
        Value::Names(kinds) => named(kinds[0]),
        Value::Number => return "1".into(),
        Value::Boolean => return "true".into(),
        Value::List(item) => return format!("[{}]", self::value(name, item, all)),
        Value::Map(_) | Value::Keyed(..) | Value::Attribute => return "{}".into(),
        Value::Object(members) => return object(members, all),
        Value::Any | Value::Text | Value::TextOrJson | Value::Form(_) => match name {
            "ApiEndpoint" => "https://api.example.com/orders".into(),
            "OutputLocation" | "S3Uri" => "s3://files/folder".into(),
            "Role" | "RoleArn" => named(Referent::ArnOfRole),
            _ => name.to_lowercase(),
        },
    };
    format!("{text:?}")
}

/// Something that a parameter names.
fn named(kind: Referent) -> String {
    let arn = |service: &str, resource: &str| format!("arn:aws:{service}:eu-west-1:111122223333:{resource}");
    match kind {
        // As they were before they had words of their own.
        Referent::NameOfCluster => "cluster".into(),
        Referent::ArnOfTaskDefinition => "taskdefinition".into(),
        Referent::ArnOfConnection => arn("events", "connection/shop/0f4ee4c8"),
        Referent::ArnOfJobDefinition => arn("batch", "job-definition/report:1"),
        Referent::ArnOfJobQueue => arn("batch", "job-queue/fast"),
        Referent::UrlOfQueue => "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs".into(),
        Referent::ArnOfRole => "arn:aws:iam::111122223333:role/worker".into(),
        Referent::ArnOfStateMachine => arn("states", "stateMachine:child"),
        Referent::ArnOfTopic => arn("sns", "news"),
        other => {
            let words: Vec<&str> = other.label().split(' ').collect();
            words[words.len() - 2].trim_end_matches("'s").into()
        }
    }
}

/// The parameters that are required, and one of those that stand in for each other; or all.
fn object(parameters: &[Parameter], all: bool) -> String {
    let members: Vec<String> = parameters
        .iter()
        .filter(|it| all || it.required || !it.or.is_empty())
        .map(|it| format!("{:?}:{}", it.name, value(it.name, &it.value, all)))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// A machine of one task.
fn machine(integration: &str, action: &Action, suffix: &str, all: bool) -> String {
    let parameters = object(action.parameters, all);
    // The task could not be ended without its token.
    let token = if suffix == ".waitForTaskToken" {
        let open =
            action.parameters.iter().find(|it| !it.required && matches!(it.value, Value::Text | Value::Any));
        let name = open.unwrap_or_else(|| panic!("{integration} takes no token")).name;
        let rest = parameters.trim_start_matches('{');
        let comma = if rest == "}" { "" } else { "," };
        format!("{{\"{name}.$\":\"$$.Task.Token\"{comma}{rest}")
    } else {
        parameters
    };
    format!(
        r#"{{"StartAt":"a","States":{{"a":{{"Type":"Task","Resource":"arn:aws:states:::{integration}{suffix}","Parameters":{token},"TimeoutSeconds":60,"End":true}}}}}}"#
    )
}

/// What the role of a machine needs.
fn needs(text: &str, accepted: bool) -> Vec<Requirement> {
    let out = Findings::new();
    let root = stack_core::read(text, &[], &out);
    let checked = check(&root, MachineType::Standard, &[], out);
    assert!(!accepted || checked.accepted(), "{text}: {:?}", checked.findings);
    let derived = Derived::new(&checked.machine, &[], &OwnMachine::in_file(Some("Machine")));
    assert!(derived.unknown.is_empty(), "{text}");
    derived.requirements
}

/// What needs nothing with the parameters that are required: an API without authorization, a batch that is not
/// named, and Kubernetes, which knows the role itself.
const NO_PERMISSION_NEEDED: [&str; 4] =
    ["apigateway:invoke", "codebuild:retryBuildBatch", "eks:call", "eks:runJob"];

/// Calls `with` for each integration and pattern: its name with the suffix, and its action.
fn each(mut with: impl FnMut(&str, &Action, &str)) {
    for service in ALL {
        for action in service.actions {
            for suffix in suffixes(action) {
                with(&format!("{}:{}", service.name, action.name), action, suffix);
            }
        }
    }
}

#[test]
fn every_integration_and_pattern() {
    let mut text = String::new();
    each(|name, action, suffix| {
        let needs = needs(&machine(name, action, suffix, false), true);
        // The event that ends a batch is the same for every batch.
        let needs_none =
            NO_PERMISSION_NEEDED.contains(&name) && !(name.starts_with("codebuild") && suffix == ".sync");
        assert_eq!(needs.is_empty(), needs_none, "{name}{suffix}");
        text.push_str(&format!("{name}{suffix}\n"));
        for requirement in needs {
            let resources: Vec<&str> =
                requirement.resources.iter().map(|resource| resource.text.as_str()).collect();
            let condition = requirement.condition.map(|it| write::compact(&it, &mut |_, _| {}));
            let condition = condition.map(|it| format!(" if {it}")).unwrap_or_default();
            text.push_str(&format!(
                "  {}: {}{condition}\n",
                requirement.actions.join(" "),
                resources.join(" ")
            ));
        }
    });
    expect_file!["integrations.txt"].assert_eq(&text);
}

/// W3037: there is no such action. I3510: the resources of a statement are none of the action's.
#[test]
fn cfn_lint_knows_the_actions_and_their_resources() {
    let mut roles = Object::new();
    let machine_resource = r#"{"Type":"AWS::StepFunctions::StateMachine","Properties":{"RoleArn":"arn:aws:iam::111122223333:role/r","Definition":{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}}}"#;
    let out = Findings::new();
    roles.push("Machine", owned(stack_core::read(machine_resource, &[], &out)));
    let mut number = 0;
    each(|name, action, suffix| {
        for all in [false, true] {
            let needs = needs(&machine(name, action, suffix, all), false);
            let document = policy(&needs).document();
            if policy(&needs).is_empty() {
                continue;
            }
            number += 1;
            let properties = Object::new()
                .with("Roles", Node::array(["r"]))
                .with("Description", format!("{name}{suffix}"))
                .with("PolicyDocument", document);
            let resource =
                Object::new().with("Type", "AWS::IAM::ManagedPolicy").with("Properties", properties);
            roles.push(format!("Policy{number}"), resource);
        }
    });
    let template =
        Object::new().with("AWSTemplateFormatVersion", "2010-09-09").with("Resources", roles).node();
    let path = std::env::temp_dir().join(format!("stack-integrations-{}.json", std::process::id()));
    std::fs::write(&path, write::pretty(&template, &mut |_, _| {})).unwrap();
    let lint = std::env::var_os("CFN_LINT").unwrap_or("cfn-lint".into());
    // E1002 and I1002: it is a long template. I3042: the ARNs of the tests name a partition.
    let arguments = ["--include-checks", "I3510", "--ignore-checks", "E1002", "I1002", "I3042", "--"];
    match Command::new(&lint).args(arguments).arg(&path).output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success() && text.trim().is_empty(), "{text}");
            std::fs::remove_file(path).unwrap();
        }
        Err(error) => println!("skipped: {} cannot be run ({error}); CFN_LINT names another", lint.display()),
    }
}

/// The value without the text that it was read from.
fn owned(node: Node<'_>) -> Node<'static> {
    let text = write::compact(&node, &mut |_, _| {});
    let text: &'static str = Box::leak(text.into_boxed_str());
    stack_core::read(text, &[], &Findings::new())
}
