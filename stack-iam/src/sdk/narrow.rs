//! The resources that the ARNs among a call's parameters name, where no table says which parameter it is on.
//!
//! AWS's reference says of which types the resources of an action are, and what their ARNs look like. An ARN that is
//! written out tells its type itself; of one that only the deployment or the run time knows the parameter's name does.

use crate::authorization::{Profile, ResourceType};
use crate::parameters::{ParameterValue, Parameters};
use crate::requirement::{Precision, Requirement, Resource};
use crate::resolve::arn;
use stack_core::services::sdk::{Action, Parameter};

/// More patterns than these say less than a `*`.
pub(super) const MAX_PATTERNS: usize = 4;

/// How actions begin that are not on what their parameters have the ARN of, unless it is called what they are on: that is
/// a part of something new, or what a list is made of.
const VERBS_ON_OTHER_RESOURCES: [&str; 14] = [
    "associate",
    "attach",
    "copy",
    "create",
    "detach",
    "disassociate",
    "import",
    "list",
    "put",
    "register",
    "request",
    "run",
    "search",
    "subscribe",
];

/// Puts the resources whose ARNs the parameters say where the tables know none.
pub(super) fn narrow(
    requirement: &mut Requirement,
    action: &Action<'_>,
    profile: &Profile<'_>,
    parameters: &Parameters<'_>,
) {
    if profile.types.is_empty() || !requirement.resources.iter().all(Resource::is_all) {
        return;
    }
    let names = Names { action, types: &profile.types };
    let members = parameters.node.and_then(|node| node.as_object()).unwrap_or_default();
    let mut found = Vec::new();
    let (mut covered, mut given) = (vec![false; profile.types.len()], Vec::new());
    for member in members {
        let (name, values) = parameters.of_member(member);
        let Some(parameter) = action.structure().parameter(name) else { continue };
        given.push(letters(name));
        for value in values {
            let named = names.by_value(&parameter, name, &value, parameters);
            named.types.iter().for_each(|at| covered[*at] = true);
            found.extend(named.resources);
        }
    }
    if found.is_empty() {
        return;
    }
    for (is, _) in profile.types.iter().zip(&covered).filter(|(_, covered)| !**covered) {
        // An action that may be on something else is so if a parameter is called after that.
        let kind = letters(is.name);
        if is.required || given.iter().any(|name| name.contains(&kind) || kind.contains(name.as_str())) {
            let omission = format!("which {} it is on", is.name);
            let any = |arn: &String| Resource::new(arn.clone(), Precision::Implicit(omission.clone().into()));
            found.extend(is.arns.iter().map(any));
        }
    }
    requirement.resources = found;
}

/// What a parameter's value names.
#[derive(Default)]
struct Named {
    resources: Vec<Resource>,
    /// The types that are named with that, by their numbers.
    types: Vec<usize>,
}

/// Which types the parameters of an action name.
struct Names<'n> {
    action: &'n Action<'n>,
    types: &'n [ResourceType<'n>],
}

impl Names<'_> {
    fn by_value(
        &self,
        parameter: &Parameter<'_>,
        name: &str,
        value: &ParameterValue<'_>,
        parameters: &Parameters<'_>,
    ) -> Named {
        let Some((text, dynamic)) = value.text() else { return Named::default() };
        let known = arn(value, name, parameters.own).filter(|_| !dynamic);
        match known {
            Some(arn) if arn.starts_with("arn:") => {
                let types = self.of_arn(&arn);
                let resources = if types.is_empty() { Vec::new() } else { exact(arn) };
                let types = if is_general(name) && !types.is_empty() { self.all() } else { types };
                Named { resources, types }
            }
            Some(arn) => {
                let types = self.of_name(parameter, name);
                let resources = if types.is_empty() { Vec::new() } else { exact(arn) };
                Named { resources, types }
            }
            None if dynamic && (text == "*" || text.starts_with("arn:")) => {
                let types = self.of_name(parameter, name);
                let patterns: Vec<&String> = types.iter().flat_map(|at| &self.types[*at].arns).collect();
                if patterns.len() > MAX_PATTERNS {
                    return Named::default();
                }
                let any =
                    |arn: &String| Resource::new(arn.clone(), Precision::Dynamic(name.to_owned().into()));
                Named { resources: patterns.into_iter().map(any).collect(), types }
            }
            None => Named::default(),
        }
    }

    fn all(&self) -> Vec<usize> {
        (0..self.types.len()).collect()
    }

    /// The types of which that ARN can be.
    fn of_arn(&self, arn: &str) -> Vec<usize> {
        let is = |at: &usize| self.types[*at].arns.iter().any(|pattern| fits(arn, pattern));
        self.all().into_iter().filter(is).collect()
    }

    /// The types that a parameter of that name can have an ARN of.
    fn of_name(&self, parameter: &Parameter<'_>, name: &str) -> Vec<usize> {
        let Some(stem) = stem(name) else { return Vec::new() };
        if is_general(name) {
            // If something else is called after a type, the resource in general is not what the action is on.
            let after = |it: Parameter<'_>| {
                let name = letters(&it.name.to_string());
                it.required && self.types.iter().any(|is| name.starts_with(&letters(is.name)))
            };
            let others = self.action.parameters().filter(|it| it.name.to_string() != name);
            return if others.into_iter().any(after) { Vec::new() } else { self.all() };
        }
        let is = |at: &usize| {
            let kind = letters(self.types[*at].name);
            kind == stem || kind.ends_with(&stem) || (stem.ends_with(&kind) && self.types.len() == 1)
        };
        let types: Vec<usize> = self.all().into_iter().filter(is).collect();
        let is_only_one = || {
            let verb = self.action.name.to_string();
            let mut arns = self.action.parameters().filter(|it| {
                it.required && stem_of(&it.name.to_string()).is_some_and(|stem| !stem.contains("role"))
            });
            parameter.required
                && self.types.len() == 1
                && arns.next().is_some()
                && arns.next().is_none()
                && !VERBS_ON_OTHER_RESOURCES.iter().any(|start| verb.starts_with(start))
        };
        if types.is_empty() && is_only_one() { self.all() } else { types }
    }
}

fn exact(arn: String) -> Vec<Resource> {
    vec![Resource::new(arn, Precision::Exact)]
}

/// Whether it is the ARN of whatever the action is on.
fn is_general(name: &str) -> bool {
    stem(name).is_some_and(|stem| stem.is_empty() || stem == "resource")
}

/// What a parameter has the ARN of, by its name; none if that does not say that it has one, or a role's.
fn stem(name: &str) -> Option<String> {
    stem_of(name).filter(|stem| !stem.contains("role"))
}

fn stem_of(name: &str) -> Option<String> {
    let ends = ["Arn", "ARN", "Arns", "ARNs"];
    ends.iter().find_map(|end| name.strip_suffix(end)).map(letters)
}

/// The letters and digits of a name, in small letters.
fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Whether an ARN, in which the deployment's own parts may be open, can be one of a pattern.
pub(super) fn fits(arn: &str, pattern: &str) -> bool {
    let plain = |text: &str| {
        let mut text = text.replace("${!*}", "*");
        for part in ["${AWS::Partition}", "${AWS::Region}", "${AWS::AccountId}"] {
            text = text.replace(part, "*");
        }
        text
    };
    let (arn, pattern) = (plain(arn), plain(pattern));
    let (arn, pattern) = (arn.split(':').collect::<Vec<_>>(), pattern.split(':').collect::<Vec<_>>());
    // The first five parts hold no colon; the rest is one text.
    let (Some((head, rest)), Some((heads, rests))) = (arn.split_at_checked(5), pattern.split_at_checked(5))
    else {
        return false;
    };
    let is_head = |(part, known): (&&str, &&str)| part == known || *part == "*" || *known == "*";
    head.iter().zip(heads).all(is_head) && glob(&rest.join(":"), &rests.join(":"))
}

/// Whether a text fits a pattern with `*` in it.
fn glob(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn arns_and_patterns() {
        let pattern = "arn:${AWS::Partition}:s3tables:${AWS::Region}:${AWS::AccountId}:bucket/*/table/*";
        assert!(fits("arn:aws:s3tables:eu-west-1:111122223333:bucket/b/table/t", pattern));
        assert!(fits(
            "arn:${AWS::Partition}:s3tables:${AWS::Region}:${AWS::AccountId}:bucket/b/table/t",
            pattern
        ));
        assert!(!fits("arn:aws:s3tables:eu-west-1:111122223333:bucket/b", pattern));
        assert!(!fits("arn:aws:s3:::bucket/b/table/t", pattern));
        assert!(fits(
            "arn:aws:sns:eu-west-1:111122223333:t",
            "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*"
        ));
        assert!(!fits("x", pattern) && !fits("", pattern));
    }
}
