//! What is open in a definition of a template: placeholders that nothing fills in, and texts where only a number or a
//! boolean can be.

use super::intrinsics::intrinsic;
use crate::placeholder::{self, UNNAMED_PLACEHOLDER};
use crate::shapes::Fields;
use stack_core::finding::{Edit, Findings, Suggestion};
use stack_core::json::interpolation::{Hole, Notation, is_policy_variable};
use stack_core::json::{Json, Member, Node};
use stack_core::language::spec::Shape;
use stack_core::language::states::container;
use stack_core::rules::documents::unfilled_placeholder;
use stack_core::rules::fields::wrong_type;
use stack_core::rules::integrations::not_an_arn;
use stack_core::similar::near;
use std::borrow::Cow;

/// How the placeholders of a definition are filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Substitutions {
    /// The names that `DefinitionSubstitutions` has; none if they are not known.
    pub(crate) names: Option<Vec<String>>,
}

/// Where a definition stands.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    /// What fills in its placeholders.
    pub(crate) substitutions: &'p Substitutions,
    /// Intrinsic functions are resolved there.
    pub(crate) resolves: bool,
    /// The text that it was read from, if parts of that went through `Fn::Sub`: nothing is known of its placeholders.
    pub(crate) is_sub: bool,
}

/// Reports what is open and stays so, or becomes a text in the wrong place.
pub(crate) fn check(root: &Node<'_>, place: Place<'_>, out: &Findings) {
    let is_jsonata = root.get("QueryLanguage").and_then(Node::as_str) == Some("JSONata");
    let walk = Walk { place, out, is_jsonata };
    walk.members(root, Fields::Of(&container::MACHINE));
}

struct Walk<'w> {
    place: Place<'w>,
    out: &'w Findings,
    is_jsonata: bool,
}

impl Walk<'_> {
    fn members(&self, node: &Node<'_>, fields: Fields) {
        for Member { key, value } in node.as_object().unwrap_or_default() {
            // Nobody minds what stands in a comment.
            if key.value != "Comment" || matches!(fields, Fields::Payload) {
                self.value(&key.value, value, fields.shape(&key.value));
            }
        }
    }

    fn value(&self, name: &str, node: &Node<'_>, shape: Shape) {
        if self.place.resolves
            && let Some((function, argument)) = intrinsic(node)
        {
            let makes_text = matches!(
                function,
                "Ref" | "Fn::Sub" | "Fn::Join" | "Fn::GetAtt" | "Fn::ImportValue" | "Fn::Base64"
            );
            if makes_text {
                self.text(name, node, shape, &format!("what `{function}` makes"));
            }
            if function == "Fn::Join" {
                let items = argument.as_array().and_then(|items| items.get(1)).and_then(Node::as_array);
                items.unwrap_or_default().iter().for_each(|item| self.value(name, item, Shape::Payload));
            }
            return;
        }
        match (&node.json, shape) {
            (Json::String(text), _) => {
                let unquoted = placeholder::unquoted(text);
                let is_open = self.holes(node, unquoted.unwrap_or(text));
                if unquoted.is_none()
                    && !is_open
                    && text != UNNAMED_PLACEHOLDER
                    && Notation::Placeholder.is_in(text)
                {
                    self.text(name, node, shape, "what is put in for a placeholder in quotes");
                }
            }
            (Json::Array(items), Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
                items.iter().for_each(|item| self.members(item, Fields::Of(spec)));
            }
            (Json::Array(items), _) => items.iter().for_each(|item| self.value(name, item, Shape::Payload)),
            (Json::Object(states), Shape::States) => {
                for Member { value: state, .. } in states {
                    let language = state.get("QueryLanguage").and_then(Node::as_str);
                    let is_jsonata = language.map_or(self.is_jsonata, |it| it == "JSONata");
                    Walk { is_jsonata, ..*self }.members(state, Fields::of_state(state));
                }
            }
            (Json::Object(_), Shape::Object(spec) | Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
                self.members(node, Fields::Of(spec));
            }
            (Json::Object(_), _) => self.members(node, Fields::Payload),
            _ => {}
        }
    }

    /// Reports the text in a field that takes none. In JSONata, an expression may come of it.
    fn text(&self, name: &str, node: &Node<'_>, shape: Shape, maker: &str) {
        let expected = match shape {
            Shape::Integer(..) => "an integer",
            Shape::Number(..) => "a number",
            Shape::Bool => "`true` or `false`",
            _ => return,
        };
        if !self.is_jsonata {
            self.out
                .report(&wrong_type::RULE, node.site, format!("`{name}` takes {expected}, not a string"))
                .help(format!("{maker} is a string, always"))
                .help("in a `DefinitionString` with `Fn::Sub`, `${..}` can stand without quotes");
        }
    }

    /// Reports what nothing fills in.
    fn holes(&self, node: &Node<'_>, text: &str) -> bool {
        let Some(names) = self.place.substitutions.names.as_ref().filter(|_| !self.place.is_sub) else {
            return false;
        };
        let is_open = |hole: &Hole<'_>| {
            let name = hole.name.trim();
            !names.iter().any(|known| known == name) && !is_policy_variable(name)
        };
        let mut open = Notation::Placeholder.holes(text).filter(is_open);
        // A text with blanks may well be that of a shell, which has placeholders, too.
        let Some(Hole { name, place }) = open.next().filter(|_| text != UNNAMED_PLACEHOLDER) else {
            return false;
        };
        let near = near(name, names.iter().map(String::as_str));
        let is_script = text.contains(char::is_whitespace) && near.is_none() && !name.starts_with("AWS::");
        if is_script || text.starts_with("{%") && near.is_none() {
            return false;
        }
        let report = self.out.report(
            &unfilled_placeholder::RULE,
            node.site,
            format!("nothing fills in `${{{name}}}`"),
        );
        let report = match near {
            Some(near) => {
                let edit = Edit::part(node.site, place.start + "${".len(), name.len(), near.name);
                report.help(Suggestion::did_you_mean(near.name, edit, near.is_certain))
            }
            None => report,
        };
        let report = match self.place.resolves {
            true => report.help(
                "say in `DefinitionSubstitutions` what it stands for, or write `!Sub` in front of the text",
            ),
            false => report.help("say in `DefinitionSubstitutions` what it stands for"),
        };
        if place != (0..text.len()) {
            report.inside(text, place.start, place.len());
        }
        true
    }
}

/// Reports tasks whose resource is the name of one of these functions: what `Ref` makes of it, or `${Function}` in a text.
pub(crate) fn check_functions(
    root: &Node<'_>,
    functions: &[&str],
    values: &[(Cow<'_, str>, Cow<'_, str>)],
    out: &Findings,
) {
    if functions.is_empty() {
        return;
    }
    if root.get("Type").and_then(Node::as_str) == Some("Task")
        && let Some(resource) = root.get("Resource")
        && let Some(name) = resource.as_str().and_then(whole)
    {
        let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_ref());
        let (name, is_direct) = value.map_or((name, true), |value| (whole(value).unwrap_or_default(), false));
        if functions.contains(&name) {
            let message = format!("this is the name of the function `{name}`, but a `Resource` is an ARN");
            let report = out.report(&not_an_arn::RULE, resource.site, message);
            if is_direct {
                report
                    .help(format!("write `!GetAtt {name}.Arn`, or `${{{name}.Arn}}` in a text of `Fn::Sub`"));
            } else {
                report.help(format!("let the substitution be `!GetAtt {name}.Arn`"));
            }
        }
    }
    match &root.json {
        Json::Array(items) => items.iter().for_each(|item| check_functions(item, functions, values, out)),
        Json::Object(members) => {
            members.iter().for_each(|member| check_functions(&member.value, functions, values, out));
        }
        _ => {}
    }
}

/// The name of the placeholder that is the whole text.
fn whole(text: &str) -> Option<&str> {
    let hole = Notation::Placeholder.first(text)?;
    (hole.place == (0..text.len())).then(|| hole.name.trim())
}
