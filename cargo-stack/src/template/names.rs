//! The names that intrinsic functions use: whether a template has them.

use super::intrinsics::intrinsic;
use crate::faults::unknown_template_name;
use stack_core::finding::{Edit, Findings, Suggestion};
use stack_core::json::interpolation::Notation;
use stack_core::json::{Json, Member, Node, Site};
use stack_core::similar::near;

/// The parameters that every template has.
const PSEUDO_PARAMETERS: [&str; 8] = [
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// The names that a template declares.
#[derive(Debug)]
pub(super) struct Names<'n> {
    resources: Vec<&'n str>,
    parameters: Vec<&'n str>,
    conditions: Vec<&'n str>,
    /// AWS SAM makes resources of its own.
    is_sam: bool,
    /// It is a part that a tool completes, perhaps: it does not say which format it has.
    may_be_part: bool,
}

/// What a name can be one of.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Resource,
    /// A resource, a parameter, or what every template has.
    Value,
    Condition,
}

impl<'n> Names<'n> {
    /// Those of a template; none if it may have others, which something adds.
    pub(super) fn of(root: &'n Node<'_>) -> Option<Self> {
        let transforms = root.get("Transform").map_or(&[][..], |node| match &node.json {
            Json::Array(items) => items,
            _ => std::slice::from_ref(node),
        });
        let is_own = |name: &str| {
            ["AWS::Serverless-", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen"]
                .iter()
                .any(|own| name.starts_with(own))
        };
        let mut is_sam = false;
        for transform in transforms {
            let name = transform.as_str().filter(|name| is_own(name))?;
            is_sam |= name.starts_with("AWS::Serverless-");
        }
        let keys = |section: &str| -> Option<Vec<&'n str>> {
            let members = root.get(section).and_then(Node::as_object).unwrap_or_default();
            let keys: Vec<&str> = members.iter().map(|member| member.key.value.as_ref()).collect();
            let is_open = root.get(section).is_some_and(Node::is_partial)
                || keys.iter().any(|key| key.starts_with("Fn::"));
            (!is_open).then_some(keys)
        };
        // A template with a part of a module, or of a rule of another tool, is none that is deployed as it is.
        Some(Names {
            resources: keys("Resources")?,
            parameters: keys("Parameters")?,
            conditions: keys("Conditions")?,
            is_sam,
            may_be_part: root.get("AWSTemplateFormatVersion").is_none(),
        })
    }

    fn has(&self, name: &str, wanted: Wanted) -> bool {
        let is_made = || {
            self.is_sam
                && (name.starts_with("Serverless")
                    || self.resources.iter().any(|known| name.starts_with(known)))
        };
        match wanted {
            Wanted::Condition => self.conditions.contains(&name),
            Wanted::Resource => self.resources.contains(&name) || is_made(),
            Wanted::Value => {
                self.resources.contains(&name)
                    || self.parameters.contains(&name)
                    || PSEUDO_PARAMETERS.contains(&name)
                    || is_made()
            }
        }
    }

    /// Reports the names in a value that there are not.
    pub(super) fn check(&self, node: &Node<'_>, out: &Findings) {
        if let Some((function, argument)) = intrinsic(node) {
            match (function, &argument.json) {
                ("Ref", Json::String(name)) => self.name(name, 0, Wanted::Value, argument.site, out),
                ("Fn::GetAtt", Json::String(text)) => {
                    let name = text.split('.').next().unwrap_or_default();
                    self.name(name, 0, Wanted::Resource, argument.site, out);
                }
                ("Fn::GetAtt", Json::Array(parts)) => {
                    if let Some((name, site)) =
                        parts.first().and_then(|part| Some((part.as_str()?, part.site)))
                    {
                        self.name(name, 0, Wanted::Resource, site, out);
                    }
                }
                ("Fn::Sub", Json::String(text)) => self.sub(text, &[], argument.site, out),
                ("Fn::Sub", Json::Array(parts)) => {
                    let own = parts.get(1).and_then(Node::as_object);
                    if let (Some((text, site)), Some(own)) =
                        (parts.first().and_then(|part| Some((part.as_str()?, part.site))), own)
                    {
                        self.sub(text, own, site, out);
                    }
                }
                ("Fn::If", Json::Array(parts)) => {
                    if parts.len() != 3 && !argument.is_partial() {
                        out.report(
                            &unknown_template_name::RULE,
                            argument.site,
                            "`Fn::If` takes a condition and two values",
                        )
                        .help("for nothing at all, write `!Ref AWS::NoValue`");
                    }
                    if let Some((name, site)) =
                        parts.first().and_then(|part| Some((part.as_str()?, part.site)))
                    {
                        self.name(name, 0, Wanted::Condition, site, out);
                    }
                }
                // What these make, or name, is not known.
                ("Fn::Transform", _) => return,
                _ => {}
            }
        }
        match &node.json {
            Json::Array(items) => items.iter().for_each(|item| self.check(item, out)),
            Json::Object(members) => members.iter().for_each(|member| self.check(&member.value, out)),
            _ => {}
        }
    }

    /// Reports those of a text in `Fn::Sub`, which may have names of its own.
    fn sub(&self, text: &str, own: &[Member<'_>], site: Site, out: &Findings) {
        for hole in Notation::Sub.holes(text) {
            let name = hole.name.trim();
            if own.iter().any(|member| member.key.value == name) {
                continue;
            }
            let at = hole.place.start + "${".len() + (hole.name.len() - hole.name.trim_start().len());
            match name.split_once('.') {
                Some((resource, _)) => self.name(resource, at, Wanted::Resource, site, out),
                None => self.name(name, at, Wanted::Value, site, out),
            }
        }
    }

    fn name(&self, name: &str, at: usize, wanted: Wanted, site: Site, out: &Findings) {
        // What has other signs is a placeholder of a tool that writes the template.
        let is_name =
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':');
        if !is_name || self.has(name, wanted) {
            return;
        }
        let label = match wanted {
            Wanted::Resource => "resource",
            Wanted::Value if name.starts_with("AWS::") => "pseudo parameter",
            Wanted::Value => "resource or parameter",
            Wanted::Condition => "condition",
        };
        let message = format!("this template has no {label} `{name}`");
        let known: Vec<&str> = match wanted {
            Wanted::Condition => self.conditions.clone(),
            Wanted::Resource => self.resources.clone(),
            Wanted::Value => [&self.resources[..], &self.parameters, &PSEUDO_PARAMETERS].concat(),
        };
        let near = near(name, known.iter().copied());
        if self.may_be_part && near.is_none() {
            return;
        }
        let report = out.report(&unknown_template_name::RULE, site, message).warns_if(self.may_be_part);
        match near {
            Some(near) => {
                let edit = Edit::part(site, at, name.len(), near.name);
                report.help(Suggestion::did_you_mean(near.name, edit, near.is_certain));
            }
            None if wanted == Wanted::Value => {
                report.help("in a text of `Fn::Sub`, write `${!name}` for what is filled in elsewhere, such as by `DefinitionSubstitutions`");
            }
            None => {}
        }
    }
}
