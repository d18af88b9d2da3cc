//! The resources and conditions of what a call needs.

use super::Own;
use super::given::{Given, Parameters, spelt};
use super::need::{Need, Resource, Width, condition, node};
use crate::object::Object;
use crate::param::AnyParam;
use stack_core::json::Node;
use stack_core::services::grant::{Condition, Form, Named, On, When, take};
use stack_core::services::sdk::iam::Permission;
use std::borrow::Cow;

/// What a permission comes to with these parameters; none if it is not needed. `suffix` is that of the task's resource.
pub(super) fn need(permission: &Permission, parameters: Parameters<'_>, suffix: &str) -> Option<Need> {
    let needed = match permission.when {
        When::Always => true,
        When::Sync => suffix.starts_with("sync"),
        When::With(name) => parameters.has(name),
        When::Without(name) => !parameters.has(name),
        When::WithBut(name, other) => parameters.has(name) && !parameters.has(other),
        When::Is(name, value) => parameters.given(name).iter().any(|given| match given {
            Given::Text { text, computed } => *computed || text == value,
            Given::Reference(_) => true,
            Given::Absent => false,
        }),
    };
    if !needed {
        return None;
    }
    let mut resources: Vec<Resource> =
        permission.on.iter().flat_map(|on| resources(on, parameters)).collect();
    // A condition of which nothing is known is left out.
    let lost = match permission.condition {
        Condition::Endpoint if endpoint_text(parameters).is_none() => Some(Width::Computed("ApiEndpoint")),
        Condition::Equals(_, value) => {
            fill(value, false, parameters).into_iter().next().filter(Resource::is_all).map(|it| it.width)
        }
        _ => None,
    };
    if let Some(lost) = lost {
        resources.iter_mut().filter(|it| !it.width.is_wide()).for_each(|it| it.width = lost);
    }
    let condition = match permission.condition {
        Condition::None => None,
        Condition::PassedTo(service) => {
            Some(condition("StringEquals", "iam:PassedToService", service.into()).node())
        }
        Condition::Equals(key, value) => equals(key, value, parameters),
        Condition::Endpoint => endpoint(parameters),
    };
    let own = resources.iter().any(|resource| parameters.own.is_in(&resource.text));
    let actions = permission.actions.iter().map(|action| action.to_string()).collect();
    let state = parameters.state.name.value.to_owned();
    (!resources.is_empty()).then_some(Need { state, actions, resources, condition, own })
}

fn resources(on: &On, parameters: Parameters<'_>) -> Vec<Resource> {
    match on {
        On::Arn(template) => fill(template, false, parameters),
        On::Resource(template) => fill(template, true, parameters),
        On::Named(named) => named_by(named, parameters),
        On::Unseen(arn, what) => vec![Resource::new((*arn).to_owned(), Width::Unseen(what))],
        On::Machine => vec![Resource::new(parameters.own.machine.clone(), Width::Exact)],
    }
}

/// A text with what the parameters in it say; `first` says that the first may be an ARN instead of what stands
/// around it. One for each value of a list, none if a parameter is not given.
fn fill(template: &'static str, first: bool, parameters: Parameters<'_>) -> Vec<Resource> {
    let mut filled = vec![(String::new(), Width::Exact)];
    let (mut rest, mut first) = (template, first);
    while let Some((before, path, after)) = parameter(rest) {
        let (path, default) = match path.split_once('|') {
            Some((path, default)) => (path, Some(default)),
            None => (path, None),
        };
        let (path, word) = match path.split_once(':') {
            Some((path, word)) => (path, Some(word)),
            None => (path, None),
        };
        let values: Vec<_> = parameters
            .given(path)
            .iter()
            .filter_map(|given| {
                let arn = if first { arn(given, path, parameters.own) } else { None };
                let Some((text, computed)) = given.text() else {
                    return default.map(|text| (text.to_owned(), false, Width::Exact));
                };
                let taken = match word {
                    Some(word) => take(word, &text).map(Cow::into_owned),
                    None => Some(text.clone()),
                };
                let width = match taken {
                    Some(_) if !computed => Width::Exact,
                    None if !computed && !text.contains("${") => Width::Unread(path),
                    _ => Width::Computed(path),
                };
                Some(match arn {
                    Some(arn) => (arn, true, width),
                    None => (taken.unwrap_or_else(|| "*".into()), false, width),
                })
            })
            .collect();
        let with = |(text, width): &(String, Width)| {
            let join = |(value, whole, new): &(String, bool, Width)| {
                let start = if *whole { String::new() } else { format!("{text}{before}") };
                (start + value, if new.is_wide() { *new } else { *width })
            };
            values.iter().map(join).collect::<Vec<_>>()
        };
        filled = filled.iter().flat_map(with).collect();
        (rest, first) = (after, false);
    }
    let done = |(text, width)| Resource::new(tidy(format!("{text}{rest}")), width);
    filled.into_iter().map(done).collect()
}

/// A prefix that ends in a slash needs no second one, and stars next to each other are one.
fn tidy(text: String) -> String {
    let mut text = text;
    while text.contains("**") {
        text = text.replace("**", "*");
    }
    match text.strip_suffix("//*") {
        Some(start) => format!("{start}/*"),
        None => text,
    }
}

/// What stands before the first parameter of a template, the parameter, and what follows. `${..}` is none.
fn parameter(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let mut from = 0;
    loop {
        let open = from + template.get(from..)?.find('{')?;
        let close = open + template.get(open..)?.find('}')?;
        if !template.get(..open)?.ends_with('$') {
            return Some((template.get(..open)?, template.get(open + 1..close)?, template.get(close + 1..)?));
        }
        from = close;
    }
}

/// The ARN that a parameter says; none if it says a name.
fn arn(given: &Given<'_>, path: &str, own: &Own) -> Option<String> {
    match given {
        Given::Reference(found) if is_arn(&found.param, path) => Some(spelt(found, found.param.arn)),
        Given::Text { text, .. } => {
            (text.starts_with("arn:") || own.is_arn(text, path)).then(|| text.clone())
        }
        _ => None,
    }
}

/// Whether the ARN of what a reference names can be asked for; `path` is the parameter that it stands in.
fn is_arn(param: &AnyParam, path: &str) -> bool {
    let says_so = |text: &str| ["ARN", "Arn", "arn"].iter().any(|end| text.ends_with(end));
    // A task runs what its `Resource` is the ARN of.
    says_so(param.what)
        || says_so(param.name)
        || says_so(path)
        || path == "Resource"
        || param.arn != param.attribute
}

fn named_by(named: &Named, parameters: Parameters<'_>) -> Vec<Resource> {
    let wide = |width: fn(&'static str) -> Width| {
        vec![Resource::new(named.otherwise.to_owned(), width(named.parameter))]
    };
    let resources = parameters.given(named.parameter).into_iter().flat_map(|given| match &given {
        Given::Absent => Vec::new(),
        Given::Reference(found) if is_arn(&found.param, named.parameter) => {
            vec![formed(spelt(found, found.param.arn), named.form, Width::Exact)]
        }
        Given::Text { text, computed } if parameters.own.is_arn(text, named.parameter) => {
            let width = if *computed { Width::Computed(named.parameter) } else { Width::Exact };
            vec![formed(text.clone(), named.form, width)]
        }
        Given::Text { text, .. } if text == "*" => wide(Width::Computed),
        Given::Text { text, computed } => {
            let width = if *computed { Width::Computed(named.parameter) } else { Width::Exact };
            let arns = (named.arns)(text);
            let whole = named.of_text.filter(|_| arns.is_empty() && parameters.own.is_placeholder(text));
            if let Some(form) = whole {
                return vec![formed(text.clone(), form, width)];
            }
            match arns.is_empty() {
                // What a placeholder stands for is known at deployment only.
                true if *computed || text.contains("${") => wide(Width::Computed),
                true => wide(Width::Unread),
                false => arns.into_iter().map(|arn| Resource::new(tidy(arn), width)).collect(),
            }
        }
        Given::Reference(found) => {
            let text = spelt(found, found.param.attribute);
            let arns = (named.arns)(&text);
            match named.of_text.filter(|_| arns.is_empty()) {
                Some(form) => vec![formed(text, form, Width::Exact)],
                None if arns.is_empty() => wide(Width::Computed),
                None => arns.into_iter().map(|arn| Resource::new(arn, Width::Exact)).collect(),
            }
        }
    });
    resources.collect()
}

/// A text of which only the deployment knows all, in that form.
fn formed(text: String, form: Form, width: Width) -> Resource {
    match form {
        Form::Itself => Resource::new(text, width),
        Form::With(suffix) => Resource::new(format!("{text}{suffix}"), width),
        Form::Part(sign, place, pattern) => Resource {
            node: part(node(&text), sign, place, pattern),
            text: pattern.replace("${Name}", &format!("[part {place} of {text}]")),
            width,
        },
    }
}

/// What stands at a place of an ARN, counted from 0 between those signs, as `${Name}` in that text.
fn part(arn: Node<'static>, sign: &'static str, place: u8, text: &'static str) -> Node<'static> {
    let parts = Object::new().with("Fn::Split", Node::array([Node::from(sign), arn])).node();
    let name = Object::new().with("Fn::Select", Node::array([Node::from(i64::from(place)), parts]));
    let names = Object::new().with("Name", name).node();
    Object::new().with("Fn::Sub", Node::array([Node::from(text), names])).node()
}

/// Every revision of the Batch job definition of that ARN, which ends in one.
pub(crate) fn revisions(arn: Node<'static>) -> Node<'static> {
    part(arn, ":", 5, "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:${Name}:*")
}

/// The condition that a key has the value in that text; none if the value is not known at all.
fn equals(key: &'static str, value: &'static str, parameters: Parameters<'_>) -> Option<Node<'static>> {
    let value = fill(value, false, parameters).into_iter().next()?;
    let operator = match value.width {
        Width::Exact => "StringEquals",
        _ if value.is_all() => return None,
        _ => "StringLike",
    };
    Some(condition(operator, key, value.node).node())
}

/// What a parameter says, if anything is known of it.
fn known(name: &str, parameters: Parameters<'_>) -> Option<(String, bool)> {
    parameters.given(name).iter().find_map(Given::text).filter(|(text, _)| text != "*")
}

/// The endpoint of a task; none if nothing is known of it, so that it may be any.
fn endpoint_text(parameters: Parameters<'_>) -> Option<String> {
    known("ApiEndpoint", parameters).map(|(text, _)| text)
}

/// The condition that the call is to the endpoint of the task and with its method, as far as they are known.
fn endpoint(parameters: Parameters<'_>) -> Option<Node<'static>> {
    let method = known("Method", parameters).filter(|(_, computed)| !computed);
    let method = method.map(|(text, _)| condition("StringEquals", "states:HTTPMethod", node(&text)));
    let endpoint = endpoint_text(parameters).map(|text| {
        let path = text.split_once("://").is_none_or(|(_, rest)| rest.contains('/'));
        let mut all = vec![node(&text)];
        // Query parameters may follow, and the path `/` where there is none.
        if !path {
            all.push(node(&tidy(format!("{text}/*"))));
        }
        all.push(node(&format!("{text}${{!?}}*")));
        condition("StringLike", "states:HTTPEndpoint", Node::array(all))
    });
    method.unwrap_or_default().and(endpoint.unwrap_or_default()).filled()
}
