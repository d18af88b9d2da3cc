//! The project's own workflows exercise the whole language: every field, word, comparison, error, function and
//! integration that its tables know.
//!
//! Other suites run on these files. What a table gains and no file shows fails here, so that they stay worth it.

use stack_core::expression::path::{Path, Root, Step};
use stack_core::expression::{intrinsic, jsonata, path};
use stack_core::finding::Findings;
use stack_core::json::{Json, Node};
use stack_core::language::spec::{Field, Shape, Spec};
use stack_core::language::states::{container, error};
use stack_core::language::{MachineType, QueryLanguage, StateKind};
use stack_core::services;
use std::collections::BTreeSet;

/// What definitions exercise, in words.
type Features = BTreeSet<String>;

/// Fields that mean the same in all objects and languages: one place shows them.
const EVERYWHERE: &[&str] = &["Comment", "QueryLanguage"];

/// What nothing retries or catches, so that it is named nowhere.
const NEVER_HANDLED: &str = "States.Runtime";

fn of_field(spec: &Spec, field: &Field, language: QueryLanguage) -> String {
    if EVERYWHERE.contains(&field.name) {
        return format!("`{}` of {}", field.name, spec.label);
    }
    format!("`{}` of {} in {language:?}", field.name, spec.label)
}

/// What the tables know.
fn wanted() -> Features {
    let mut found = Features::new();
    let mut seen = Vec::new();
    want(&container::MACHINE, &[QueryLanguage::JsonPath, QueryLanguage::Jsonata], &mut seen, &mut found);
    for language in [QueryLanguage::JsonPath, QueryLanguage::Jsonata] {
        found.extend(StateKind::ALL.iter().map(|kind| format!("a {} state in {language:?}", kind.name())));
    }
    for service in services::ALL {
        for action in service.actions {
            let suffixes = action.patterns.iter().map(|pattern| pattern.suffix());
            found.extend(
                [""].into_iter()
                    .chain(suffixes)
                    .map(|suffix| format!("{}:{}{suffix}", service.name, action.name)),
            );
        }
    }
    let resources = ["a function's ARN", "an activity", "the AWS SDK", "the AWS SDK with a token"];
    found.extend(resources.map(str::to_owned));
    found.extend(["s3:getObject", "s3:listObjectsV2", "s3:putObject"].map(str::to_owned));
    let handled = error::RESERVED.iter().filter(|name| **name != NEVER_HANDLED);
    found.extend(handled.map(|name| format!("the error {name}")));
    found.insert("the error States.Http.StatusCode".to_owned());
    found.extend(intrinsic::functions::ALL.iter().map(|function| format!("States.{}", function.name)));
    let steps = [
        "a wildcard",
        "a deep scan",
        "a slice",
        "a filter",
        "a list of items",
        "a list of names",
        "a name",
        "an index",
        "a function",
    ];
    found.extend(steps.map(|step| format!("a path with {step}")));
    found.extend(["the input", "the context object", "a variable"].map(|root| format!("a path from {root}")));
    found.extend(["input", "result", "errorOutput", "context"].map(|member| format!("$states.{member}")));
    found.insert("a variable in JSONata".to_owned());
    found
}

/// The fields of a table and of those below it, in languages in which the table is used.
fn want(spec: &'static Spec, languages: &[QueryLanguage], seen: &mut Vec<String>, found: &mut Features) {
    for &language in languages {
        let key = format!("{} {language:?}", spec.label);
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        for field in spec.fields.iter().filter(|field| field.language.is_none_or(|only| only == language)) {
            found.insert(of_field(spec, field, language));
            if field.nullable {
                found.insert(format!("`{}` that is null", field.name));
            }
            if field.expression && language == QueryLanguage::Jsonata {
                found.insert(format!("`{}` of {} as an expression", field.name, spec.label));
            }
            match field.shape {
                Shape::Word(words) => {
                    found.extend(words.iter().map(|word| format!("`{}`: {word}", field.name)))
                }
                Shape::Object(spec) | Shape::List(spec) | Shape::PossiblyEmptyList(spec) => {
                    want(spec, &[language], seen, found);
                }
                Shape::States => {
                    for kind in StateKind::ALL {
                        want(kind.spec(), &[language], seen, found);
                    }
                }
                _ => {}
            }
        }
    }
}

/// What a definition exercises.
fn exercised(root: &Node<'_>) -> Features {
    let mut found = Features::new();
    object(root, &container::MACHINE, QueryLanguage::JsonPath, &mut found);
    found
}

/// Visits an object of a table. Its own `QueryLanguage` holds for itself, and for what is in it only if it is the
/// machine.
fn object(node: &Node<'_>, spec: &'static Spec, outer: QueryLanguage, found: &mut Features) {
    let own = node.get("QueryLanguage").and_then(Node::as_str);
    let language = match own {
        Some("JSONata") => QueryLanguage::Jsonata,
        Some("JSONPath") => QueryLanguage::JsonPath,
        _ => outer,
    };
    let inner = if std::ptr::eq(spec, &container::MACHINE) { language } else { outer };
    for member in node.as_object().unwrap_or_default() {
        let Some(field) = spec.field(&member.key.value) else { continue };
        let value = &member.value;
        found.insert(of_field(spec, field, language));
        match &value.json {
            Json::Null => {
                found.insert(format!("`{}` that is null", field.name));
            }
            Json::String(text) if text.starts_with("{%") => {
                found.insert(format!("`{}` of {} as an expression", field.name, spec.label));
            }
            _ => {}
        }
        match field.shape {
            Shape::Word(_) => {
                found.extend(value.as_str().map(|word| format!("`{}`: {word}", field.name)));
            }
            Shape::ErrorNames => {
                for name in value.as_array().unwrap_or_default().iter().filter_map(Node::as_str) {
                    let name = if name.starts_with("States.Http.StatusCode") {
                        "States.Http.StatusCode"
                    } else {
                        name
                    };
                    found.extend(name.starts_with("States.").then(|| format!("the error {name}")));
                }
            }
            Shape::Resource => found.extend(value.as_str().map(resource)),
            // A branch or a processor has the machine's language, not that of the state around it.
            Shape::Object(spec) if is_container(spec) => object(value, spec, outer, found),
            Shape::List(spec) if is_container(spec) => {
                value.as_array().unwrap_or_default().iter().for_each(|one| object(one, spec, outer, found));
            }
            Shape::Object(spec) => object(value, spec, language, found),
            Shape::List(spec) | Shape::PossiblyEmptyList(spec) => {
                value
                    .as_array()
                    .unwrap_or_default()
                    .iter()
                    .for_each(|one| object(one, spec, language, found));
            }
            Shape::States => {
                for state in value.as_object().unwrap_or_default() {
                    self::state(&state.value, inner, found);
                }
            }
            _ => strings(value, language, found),
        }
    }
}

fn is_container(spec: &Spec) -> bool {
    std::ptr::eq(spec, &container::BRANCH) || std::ptr::eq(spec, &container::PROCESSOR)
}

fn state(node: &Node<'_>, outer: QueryLanguage, found: &mut Features) {
    let kind = node.get("Type").and_then(Node::as_str).and_then(StateKind::from_name);
    let Some(kind) = kind else { panic!("a state without a type") };
    let language = match node.get("QueryLanguage").and_then(Node::as_str) {
        Some("JSONata") => QueryLanguage::Jsonata,
        Some(_) => QueryLanguage::JsonPath,
        None => outer,
    };
    found.insert(format!("a {} state in {language:?}", kind.name()));
    object(node, kind.spec(), outer, found);
}

/// What a `Resource` is.
fn resource(arn: &str) -> String {
    match services::of_arn(arn) {
        Some(name) if name.starts_with("aws-sdk:") => {
            let token = if name.ends_with(".waitForTaskToken") { " with a token" } else { "" };
            format!("the AWS SDK{token}")
        }
        Some(name) => name.to_owned(),
        None if arn.contains(":activity:") => "an activity".to_owned(),
        None if arn.contains(":function:") => "a function's ARN".to_owned(),
        None => format!("the resource {arn}"),
    }
}

/// The paths, functions and expressions in a value.
fn strings(node: &Node<'_>, language: QueryLanguage, found: &mut Features) {
    match &node.json {
        Json::String(text) => string(text, language, found),
        Json::Array(items) => items.iter().for_each(|item| strings(item, language, found)),
        Json::Object(members) => members.iter().for_each(|member| strings(&member.value, language, found)),
        _ => {}
    }
}

fn string(text: &str, language: QueryLanguage, found: &mut Features) {
    if let Some(inner) = text.strip_prefix("{%").and_then(|rest| rest.strip_suffix("%}")) {
        let parsed = jsonata::parse(inner).unwrap_or_else(|error| panic!("{text}: {}", error.message));
        let uses = parsed.uses();
        let members = uses.states.iter().filter_map(|(_, fields)| fields.first());
        found.extend(members.map(|member| format!("$states.{}", member.word)));
        if !uses.variables.is_empty() {
            found.insert("a variable in JSONata".to_owned());
        }
    } else if language == QueryLanguage::JsonPath && text.starts_with("States.") {
        if let Ok(call) = intrinsic::parse(text) {
            function(&call, found);
        }
    } else if language == QueryLanguage::JsonPath
        && text.starts_with('$')
        && let Ok(parsed) = path::parse(text)
    {
        steps(&parsed, found);
    }
}

fn function(call: &intrinsic::Call<'_>, found: &mut Features) {
    found.insert(format!("States.{}", call.name));
    for argument in &call.args {
        match &argument.value {
            intrinsic::ArgumentValue::Call(inner) => function(inner, found),
            intrinsic::ArgumentValue::Path(path) => steps(path, found),
            _ => {}
        }
    }
}

fn steps(path: &Path<'_>, found: &mut Features) {
    let root = match path.root {
        Root::Input => "the input",
        Root::Context => "the context object",
        Root::Variable(_) => "a variable",
        Root::Item => "the item of a filter",
    };
    found.insert(format!("a path from {root}"));
    for (_, step) in path.steps() {
        let step = match step {
            Step::Name(_) => "a name",
            Step::Index(_) => "an index",
            Step::Function(_) => "a function",
            several => several.several().unwrap_or("brackets that Jayway cannot read"),
        };
        found.insert(format!("a path with {step}"));
    }
}

/// Reads a definition, which is right: even a warning would be one too many here.
fn of_file(name: &str, text: &str, strict: bool) -> Features {
    let out = Findings::new();
    let root = if name.ends_with(".yaml") {
        stack_yaml::read(text, &|_| Err("there are no tags here"), &out).0
    } else {
        stack_core::read(text, &[], &out)
    };
    let checked = stack_core::check(&root, MachineType::Standard, &[], out);
    let found: Vec<String> = checked.findings.iter().map(|finding| finding.text()).collect();
    assert!(if strict { found.is_empty() } else { checked.accepted() }, "{name}: {found:?}");
    exercised(&root)
}

#[test]
fn every_feature_of_the_tables_is_in_a_workflow_of_ours() {
    let workflows = stack_tests::workflows();
    assert!(workflows.len() >= 20);
    let mut own = Features::new();
    for (name, text) in &workflows {
        own.extend(of_file(name, text, true));
    }
    let wanted = wanted();
    let missing: Vec<_> = wanted.difference(&own).collect();
    assert!(missing.is_empty(), "no file of tests/workflows/ has {missing:#?}");
    println!("{} features of the tables are in {} files", wanted.len(), workflows.len());

    // Workflows of others add nothing to the features. Where they are there, that is checked.
    let mut others = Features::new();
    for (name, text) in stack_tests::workflows_of_others() {
        others.extend(of_file(&name, &text, false));
    }
    let missing: Vec<_> = others.difference(&own).collect();
    assert!(missing.is_empty(), "workflows of others have, and ours have not: {missing:#?}");
    println!("those of others have {} features, all of them in ours, too", others.len());
}
