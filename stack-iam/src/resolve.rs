//! What a permission comes to with the parameters of a call: its resources and conditions.

use crate::access_point;
use crate::grant::{ArnPattern, Condition, NamedResource, Permission, Target, When};
use crate::intrinsic::{of_sub, part};
use crate::own_machine::OwnMachine;
use crate::parameters::{ParameterValue, Parameters, Reference};
use crate::requirement::{Precision, Requirement, Resource, condition};
use crate::template::{Hole, Part, Template};
use stack_core::json::Node;
use stack_core::json::interpolation::Notation;
use std::borrow::Cow;

/// What a permission comes to with these parameters; nothing if it is not needed. `suffix` is that of the task's
/// resource.
pub(crate) fn requirements(
    permission: &Permission,
    parameters: Parameters<'_>,
    suffix: &str,
) -> Vec<Requirement> {
    let Some(first) = requirement(permission, parameters, suffix) else { return Vec::new() };
    if !first.resources.first().is_some_and(|it| access_point::is_of_object_lambda(&it.text)) {
        return vec![first];
    }
    let [function, access_point] = behind_object_lambda(permission, &first);
    vec![first, function, access_point]
}

/// What Object Lambda does for its caller: it calls a function, and reads and writes at an access point.
fn behind_object_lambda(permission: &Permission, first: &Requirement) -> [Requirement; 2] {
    let called_via =
        condition("ForAnyValue:StringEquals", "aws:CalledVia", access_point::CALLER.into()).node();
    let other = |actions, arn: &str, omission: &'static str| Requirement {
        actions,
        resources: vec![Resource::new(arn.to_owned(), Precision::Implicit(Cow::Borrowed(omission)))],
        condition: Some(called_via.clone()),
        ..first.clone()
    };
    [
        other(
            vec!["lambda:InvokeFunction".to_owned()],
            arn!("lambda", "function:*"),
            "which function its Object Lambda access point calls",
        ),
        other(
            permission.actions.clone(),
            arn!("s3", "accesspoint/*"),
            "which access point is behind that of Object Lambda",
        ),
    ]
}

fn requirement(permission: &Permission, parameters: Parameters<'_>, suffix: &str) -> Option<Requirement> {
    let needed = match permission.when {
        When::Always => true,
        When::Sync => suffix.starts_with("sync"),
        When::With(name) => parameters.has(name),
        When::Without(name) => !parameters.has(name),
        When::WithBut(name, other) => parameters.has(name) && !parameters.has(other),
        When::Is(name, expected) => parameters.values(name).iter().any(|value| match value {
            ParameterValue::Text { text, dynamic } => *dynamic || text == expected,
            ParameterValue::Reference(_) => true,
            ParameterValue::Absent => false,
        }),
    };
    if !needed {
        return None;
    }
    let mut resources = Vec::new();
    for on in permission.on {
        resources.extend(targets(on, parameters));
    }
    // A condition of which nothing is known is left out.
    let lost = match permission.condition {
        Condition::Endpoint if endpoint_text(parameters).is_none() => {
            Some(Precision::Dynamic("ApiEndpoint".into()))
        }
        Condition::Equals(_, value) => {
            fill(value, false, parameters).into_iter().next().filter(Resource::is_all).map(|it| it.precision)
        }
        _ => None,
    };
    if let Some(lost) = lost {
        let exact = resources.iter_mut().filter(|it| !it.precision.is_overbroad());
        exact.for_each(|it| it.precision = lost.clone());
    }
    let condition = match permission.condition {
        Condition::None => None,
        Condition::PassedTo(service) => {
            Some(condition("StringEquals", "iam:PassedToService", service.into()).node())
        }
        Condition::Equals(key, value) => equals(key, value, parameters),
        Condition::Endpoint => endpoint(parameters),
        Condition::GrantForAws => Some(for_aws()),
    };
    let names_own_machine = resources.iter().any(|resource| parameters.own.is_in(&resource.text));
    let named = resources.first().map_or("", |resource| resource.text.as_str());
    let mut actions = Vec::new();
    for action in &permission.actions {
        actions.push(access_point::action(action.clone(), named));
    }
    let state = parameters.state.name.value.to_owned();
    (!resources.is_empty()).then_some(Requirement { state, actions, resources, condition, names_own_machine })
}

fn targets(on: &Target, parameters: Parameters<'_>) -> Vec<Resource> {
    match on {
        Target::Arn(template) => fill(*template, false, parameters),
        Target::Resource(template) => fill(*template, true, parameters),
        Target::Named(named) => named_by(named, parameters),
        Target::Implicit(arn, omission) => {
            vec![Resource::new((*arn).to_owned(), Precision::Implicit((*omission).into()))]
        }
        Target::Machine => vec![Resource::new(parameters.own.machine.clone(), Precision::Exact)],
    }
}

/// A text with what the parameters in it say; `first` says that the first may be an ARN instead of what stands
/// around it. One for each value of a list, none if a parameter is not given.
fn fill(template: Template, first: bool, parameters: Parameters<'_>) -> Vec<Resource> {
    let mut filled = vec![(String::new(), Precision::Exact)];
    let mut first = first;
    for part in template.parts() {
        let hole = match part {
            Part::Literal(literal) => {
                for (text, _) in &mut filled {
                    text.push_str(literal);
                }
                continue;
            }
            Part::Parameter(hole) => hole,
        };
        let mut values = Vec::new();
        for value in parameters.values(hole.path) {
            if let Some(value) = said(&hole, &value, first, parameters) {
                values.push(value);
            }
        }
        let mut longer = Vec::new();
        for (text, precision) in &filled {
            for value in &values {
                let start = if value.is_arn { "" } else { text };
                let worse = if value.precision.is_overbroad() { &value.precision } else { precision };
                longer.push((format!("{start}{}", value.text), worse.clone()));
            }
        }
        filled = longer;
        first = false;
    }
    let done = |(text, precision)| Resource::new(access_point::resource(tidy(text)), precision);
    filled.into_iter().map(done).collect()
}

/// What a parameter gives to a template.
struct Said {
    text: String,
    /// Whether it is an ARN, and what stands in front of it goes.
    is_arn: bool,
    precision: Precision,
}

/// What a value of a parameter gives; none if it is not given and nothing holds then.
fn said(hole: &Hole, value: &ParameterValue<'_>, first: bool, parameters: Parameters<'_>) -> Option<Said> {
    let arn = if first { arn(value, hole.path, parameters.own) } else { None };
    let Some((text, dynamic)) = value.text() else {
        let default = |text: &str| Said { text: text.into(), is_arn: false, precision: Precision::Exact };
        return hole.default.map(default);
    };
    let extracted = match hole.extract {
        Some(extract) => extract.from(&text).map(Cow::into_owned),
        None => Some(text.clone()),
    };
    let precision = match extracted {
        Some(_) if !dynamic => Precision::Exact,
        None if !dynamic && !Notation::Sub.is_in(&text) => Precision::Unparsed(hole.path.into()),
        _ => Precision::Dynamic(hole.path.into()),
    };
    Some(match arn {
        Some(text) => Said { text, is_arn: true, precision },
        None => Said { text: extracted.unwrap_or_else(|| "*".into()), is_arn: false, precision },
    })
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

/// The ARN that a parameter says; none if it says a name.
pub(crate) fn arn(given: &ParameterValue<'_>, path: &str, own: &OwnMachine) -> Option<String> {
    match given {
        ParameterValue::Reference(reference) if is_arn(reference, path) => Some(reference.arn.clone()),
        ParameterValue::Text { text, .. } => {
            (text.starts_with("arn:") || own.is_arn(text, path)).then(|| text.clone())
        }
        _ => None,
    }
}

/// What a value of the parameter of that name names, if it is an ARN or a name that stands behind `start` in one; none if
/// it is not given.
pub(crate) fn named_behind(
    start: &str,
    name: &str,
    value: &ParameterValue<'_>,
    own: &OwnMachine,
) -> Option<Resource> {
    let (text, dynamic) = value.text()?;
    let precision = if dynamic { Precision::Dynamic(name.to_owned().into()) } else { Precision::Exact };
    let text = arn(value, name, own).unwrap_or_else(|| tidy(format!("{start}{text}")));
    Some(Resource::new(text, precision))
}

/// Whether the ARN of what a reference names can be asked for; `path` is the parameter that it stands in.
fn is_arn(reference: &Reference, path: &str) -> bool {
    // A task runs what its `Resource` is the ARN of.
    reference.has_arn || ["ARN", "Arn", "arn"].iter().any(|end| path.ends_with(end)) || path == "Resource"
}

fn named_by(named: &NamedResource, parameters: Parameters<'_>) -> Vec<Resource> {
    let mut resources = Vec::new();
    for value in parameters.values(named.parameter) {
        resources.extend(named_by_value(named, named.parameter, &value, parameters.own));
    }
    resources
}

/// The resources that a value names in that way; `name` is that of its parameter.
pub(crate) fn named_by_value(
    named: &NamedResource,
    name: &str,
    value: &ParameterValue<'_>,
    own: &OwnMachine,
) -> Vec<Resource> {
    let overbroad = |precision: fn(Cow<'static, str>) -> Precision| {
        vec![Resource::new(named.otherwise.to_owned(), precision(name.to_owned().into()))]
    };
    match value {
        ParameterValue::Absent => Vec::new(),
        ParameterValue::Reference(reference) if is_arn(reference, name) => {
            vec![with_pattern(reference.arn.clone(), named.of_arn, Precision::Exact)]
        }
        ParameterValue::Text { text, dynamic } if own.is_arn(text, name) => {
            let precision =
                if *dynamic { Precision::Dynamic(name.to_owned().into()) } else { Precision::Exact };
            vec![with_pattern(text.clone(), named.of_arn, precision)]
        }
        ParameterValue::Text { text, .. } if text == "*" => overbroad(Precision::Dynamic),
        ParameterValue::Text { text, dynamic } => {
            let precision =
                if *dynamic { Precision::Dynamic(name.to_owned().into()) } else { Precision::Exact };
            let arns = (named.arns)(text);
            let whole = named.of_text.filter(|_| arns.is_empty() && own.is_placeholder(text));
            if let Some(form) = whole {
                return vec![with_pattern(text.clone(), form, precision)];
            }
            match arns.is_empty() {
                // What a placeholder stands for is known at deployment only.
                true if *dynamic || Notation::Sub.is_in(text) => overbroad(Precision::Dynamic),
                true => overbroad(Precision::Unparsed),
                false => arns.into_iter().map(|arn| Resource::new(tidy(arn), precision.clone())).collect(),
            }
        }
        ParameterValue::Reference(reference) => {
            let text = &reference.value;
            let arns = (named.arns)(text);
            match named.of_text.filter(|_| arns.is_empty()) {
                Some(form) => vec![with_pattern(text.clone(), form, Precision::Exact)],
                None if arns.is_empty() => overbroad(Precision::Dynamic),
                None => arns.into_iter().map(|arn| Resource::new(arn, Precision::Exact)).collect(),
            }
        }
    }
}

/// A text of which only the deployment knows all, in that form.
fn with_pattern(text: String, pattern: ArnPattern, precision: Precision) -> Resource {
    match pattern {
        ArnPattern::Itself => Resource::new(text, precision),
        ArnPattern::WithSuffix(suffix) => Resource::new(format!("{text}{suffix}"), precision),
        ArnPattern::FromPart(sign, place, pattern) => Resource {
            node: part(of_sub(&text), sign, place, pattern),
            text: pattern.replace("${Name}", &format!("[part {place} of {text}]")),
            precision,
        },
    }
}

/// The condition that a key has the value in that text; none if the value is not known at all.
fn equals(key: &'static str, value: Template, parameters: Parameters<'_>) -> Option<Node<'static>> {
    let value = fill(value, false, parameters).into_iter().next()?;
    let operator = match value.precision {
        Precision::Exact => "StringEquals",
        _ if value.is_all() => return None,
        _ => "StringLike",
    };
    Some(condition(operator, key, value.node).node())
}

/// The condition that a key's grant is for a service of AWS.
pub(crate) fn for_aws() -> Node<'static> {
    condition("Bool", "kms:GrantIsForAWSResource", "true".into()).node()
}

/// What a parameter says, if anything is known of it.
fn known(name: &str, parameters: Parameters<'_>) -> Option<(String, bool)> {
    parameters.values(name).iter().find_map(ParameterValue::text).filter(|(text, _)| text != "*")
}

/// The endpoint of a task; none if nothing is known of it, so that it may be any.
fn endpoint_text(parameters: Parameters<'_>) -> Option<String> {
    known("ApiEndpoint", parameters).map(|(text, _)| text)
}

/// The condition that the call is to the endpoint of the task and with its method, as far as they are known.
fn endpoint(parameters: Parameters<'_>) -> Option<Node<'static>> {
    let method = known("Method", parameters).filter(|(_, dynamic)| !dynamic);
    let method = method.map(|(text, _)| condition("StringEquals", "states:HTTPMethod", of_sub(&text)));
    let endpoint = endpoint_text(parameters).map(|text| {
        let path = text.split_once("://").is_none_or(|(_, rest)| rest.contains('/'));
        let mut all = vec![of_sub(&text)];
        // Query parameters may follow, and the path `/` where there is none.
        if !path {
            all.push(of_sub(&tidy(format!("{text}/*"))));
        }
        all.push(of_sub(&format!("{text}${{!?}}*")));
        condition("StringLike", "states:HTTPEndpoint", Node::array(all))
    });
    method.unwrap_or_default().and(endpoint.unwrap_or_default()).filled()
}
