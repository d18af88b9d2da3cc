//! Every action of the AWS SDK, held against AWS's service authorization reference. What differs is in
//! `tests/reference.txt`, with the reason.

use super::narrow::fits;
use crate::authorization::{self, Profile};
use crate::doubt::Open;
use crate::{Derived, OwnMachine, Requirement};
use expect_test::expect_file;
use stack_core::finding::Findings;
use stack_core::language::MachineType;
use stack_core::model::Machine;
use stack_core::services::sdk::{self, Action, Kind, Service, Shape, Structure, Type};

/// How much of the parameters is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    /// What is required.
    Minimum,
    /// All of it, so deep.
    All(usize),
}

const ROLE: &str = "arn:aws:iam::111122223333:role/r";
const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1";

/// A value of that name, as JSON.
fn value(name: &str, shape: Shape<'_>, given: Given) -> String {
    match shape.resolve() {
        Type::Structure(structure) => object(structure, given),
        Type::List { item, .. } => format!("[{}]", value(name, item, given)),
        Type::Map { value: of, .. } => format!(r#"{{"k":{}}}"#, value(name, of, given)),
        Type::Text(text) => {
            let words = text.words().unwrap_or_default();
            format!("{:?}", words.first().map_or_else(|| plain(name), ToString::to_string))
        }
        _ => match shape.kind {
            Kind::Number => "1".into(),
            Kind::Boolean => "true".into(),
            Kind::List => "[]".into(),
            Kind::Object | Kind::Any => "{}".into(),
            _ => format!("{:?}", plain(name)),
        },
    }
}

fn plain(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let text = if lower.contains("role") {
        ROLE
    } else if lower.contains("kms") {
        KEY
    } else {
        "x"
    };
    text.to_owned()
}

fn object(structure: Structure<'_>, given: Given) -> String {
    let deeper = match given {
        Given::Minimum => Given::Minimum,
        Given::All(0) => return "{}".into(),
        Given::All(depth) => Given::All(depth - 1),
    };
    let mut members = Vec::new();
    for member in structure.parameters() {
        if member.required || given != Given::Minimum {
            let name = member.name.to_string();
            members.push(format!("{name:?}:{}", value(&name, member.shape, deeper)));
        }
    }
    format!("{{{}}}", members.join(","))
}

fn derived(service: &Service<'_>, action: &Action<'_>, parameters: &str) -> Derived {
    let text = format!(
        r#"{{"StartAt":"a","States":{{"a":{{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:{}:{}","Parameters":{parameters},"End":true}}}}}}"#,
        service.name, action.name
    );
    let root = stack_core::read(&text, &[], &Findings::new());
    Derived::new(&Machine::new(&root, MachineType::Standard), &[], &OwnMachine::in_file(Some("M")))
}

/// Whether IAM looks at an action on one of those resources.
fn is_on_its_types(profile: &Profile<'_>, requirement: &Requirement) -> bool {
    let patterns: Vec<&String> = profile.types.iter().flat_map(|it| &it.arns).collect();
    requirement.resources.iter().any(|it| {
        // The last parts of ARNs may be open in both.
        let rest = |arn: &str| arn.splitn(6, ':').last().map(str::to_owned).unwrap_or_default();
        let is = |pattern: &&String| {
            fits(&it.text, pattern)
                || (fits(&it.text.replace(&rest(&it.text), "*"), &pattern.replace(&rest(pattern), "*"))
                    && overlap(rest(&it.text).as_bytes(), rest(pattern).as_bytes()))
        };
        it.is_all() || patterns.iter().any(is)
    })
}

/// Whether there is a text that fits both patterns.
fn overlap(a: &[u8], b: &[u8]) -> bool {
    match (a, b) {
        ([b'*', a_rest @ ..], _) if overlap(a_rest, b) => true,
        (_, [b'*', b_rest @ ..]) if overlap(a, b_rest) => true,
        ([b'*', ..], [_, b_rest @ ..]) => overlap(a, b_rest),
        ([_, a_rest @ ..], [b'*', ..]) => overlap(a_rest, b),
        ([first, a_rest @ ..], [same, b_rest @ ..]) => first == same && overlap(a_rest, b_rest),
        (a, b) => a.is_empty() && b.is_empty(),
    }
}

#[derive(Default)]
struct Differences {
    /// IAM's actions that the reference does not have.
    newer: Vec<String>,
    /// On what IAM does not look at.
    resources: Vec<String>,
    /// What may be needed besides, on what no parameter says.
    noted: Vec<String>,
}

#[test]
fn what_every_action_needs_is_what_the_reference_says() {
    let mut differences = Differences::default();
    let (mut calls, mut passing) = (0, 0);
    for service in sdk::table().services() {
        let mut newer = Vec::new();
        for action in service.actions() {
            let call = format!("{}:{}", service.name, action.name);
            let least = derived(&service, &action, &object(action.structure(), Given::Minimum));
            if !least.unknown.is_empty() {
                continue;
            }
            calls += 1;
            let Some(first) = least.requirements.first().and_then(|it| it.actions.first()) else { continue };
            for requirement in &least.requirements {
                for name in &requirement.actions {
                    match authorization::action(name) {
                        None if !newer.contains(name) => newer.push(name.clone()),
                        Some(known) if !is_on_its_types(&known.profile(), requirement) => {
                            let on: Vec<&str> =
                                requirement.resources.iter().map(|it| it.text.as_str()).collect();
                            differences.resources.push(format!("{call}: {name} on {}", on.join(" ")));
                        }
                        _ => {}
                    }
                }
            }
            let Some(known) = authorization::action(first) else { continue };
            let dependent = known.profile().dependent;
            if dependent.is_empty() {
                continue;
            }
            let all = derived(&service, &action, &object(action.structure(), Given::All(6)));
            passing += usize::from(dependent.contains(&"iam:PassRole"));
            let of = |it: &Requirement| it.actions.clone();
            let allowed: Vec<String> = all.requirements.iter().flat_map(of).collect();
            let doubts = all.doubts.iter().filter(|it| it.open == Open::Resource);
            let noted: Vec<String> = doubts.flat_map(|it| it.actions.clone()).collect();
            let has = |list: &[String], name: &str| list.iter().any(|it| it.eq_ignore_ascii_case(name));
            let missing: Vec<&str> =
                dependent.iter().copied().filter(|it| !has(&allowed, it) && !has(&noted, it)).collect();
            if !noted.is_empty() {
                differences.noted.push(format!("{call}: {}", noted.join(" ")));
            }
            assert!(missing.is_empty(), "{call} also needs {}", missing.join(" "));
        }
        if !newer.is_empty() {
            differences.newer.push(newer.join(" "));
        }
    }
    assert!(calls > 19_500 && passing > 250, "{calls} {passing}");
    let section = |title: &str, lines: &[String]| format!("{title}\n\n{}\n\n", lines.join("\n"));
    let text = section(
        "Actions that AWS's reference does not have, by service: they are newer than it. A note says so of each.",
        &differences.newer,
    ) + &section(
        "Actions on what the reference does not know for them. API Gateway's are on the path that is called, of which it \
         lists a part; a harness is called as the runtime behind it; the sample of the others is no ARN of its type.",
        &differences.resources,
    ) + section(
        "May be needed besides, but no parameter says on what: a note tells, and nothing is allowed.",
        &differences.noted,
    )
    .trim_end();
    expect_file!["../../tests/reference.txt"].assert_eq(&(text + "\n"));
}

/// The ARN of a resource whose type has that name, or of any for a parameter that is called after none.
fn arn_for(name: &str, service: &str, profile: &Profile<'_>) -> Option<String> {
    let stem = ["Arn", "ARN"].iter().find_map(|end| name.strip_suffix(end))?.to_ascii_lowercase();
    let is = |kind: &str| kind.replace('-', "").to_ascii_lowercase() == stem;
    let general = stem.is_empty() || stem == "resource";
    let found = profile.types.iter().find(|it| general || is(it.name))?;
    let arn = found.arns.first()?.replace("${AWS::Partition}", "aws").replace('*', "x");
    let arn = arn.replace("${AWS::Region}", "eu-west-1").replace("${AWS::AccountId}", "111122223333");
    arn.starts_with(&format!("arn:aws:{service}:")).then_some(arn)
}

#[test]
fn no_action_is_on_all_resources_beside_the_arn_of_one_of_its_own() {
    let mut narrow = 0;
    for service in sdk::table().services() {
        for action in service.actions() {
            let Some(prefix) = service.iam_prefix else { continue };
            let name = action.name.to_string();
            let iam = format!("{prefix}:{}{}", name[..1].to_ascii_uppercase(), &name[1..]);
            let Some(known) = authorization::action(&iam) else { continue };
            let profile = known.profile();
            for parameter in action.parameters() {
                let name = parameter.name.to_string();
                let Some(arn) = arn_for(&name, prefix, &profile) else { continue };
                let found = derived(&service, &action, &format!("{{{name:?}:{arn:?}}}"));
                let own = |it: &&Requirement| it.actions.contains(&iam);
                let Some(own) = found.requirements.iter().find(own) else { continue };
                assert!(!own.resources.iter().any(|it| it.is_all()), "{iam} with {name}");
                narrow += 1;
            }
        }
    }
    assert!(narrow > 2_500, "{narrow}");
}
