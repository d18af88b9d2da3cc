//! What a task hands to its integration, against the models of the services: to any depth, with what values can be.
//!
//! Services answer such faults when they are called, and bounds and enumerations grow: so these are warnings.

use super::integration_call::{Api, Call, Known, Model, plain};
use super::known_api::KnownApi;
use crate::json::{Json, Member, Node, Site};
use crate::rules::integrations::malformed_parameter as malformed;
use crate::services::sdk::{self, Bounds, Kind, Shape, Structure, Text, Type};
use crate::services::sdk_name;
use crate::text::cut;

impl Call<'_> {
    /// A value that the models alone describe.
    pub(super) fn check_shape(&self, shape: Shape<'static>, under: &Member<'_>, node: &Node<'_>) {
        let name = under.key.value.as_ref();
        match (shape.kind, &node.json) {
            (_, Json::Broken | Json::Null | Json::Hole(_)) => {}
            (_, Json::String(text)) if self.is_computed(text) => {}
            (Kind::Text, Json::String(text)) => self.text(shape, name, text, node.site),
            (Kind::Text, Json::Number(_) | Json::Bool(_)) => self.malformed("a string", name, node),
            // Of these it is not known what Step Functions makes of other JSON.
            (Kind::Text | Kind::Blob | Kind::Timestamp | Kind::Any, _) => {}
            (Kind::Number, Json::Number(digits)) => self.number(shape, name, digits, node.site),
            (Kind::Number, Json::String(_) | Json::Bool(_)) => self.malformed("a number", name, node),
            (Kind::Boolean, Json::Bool(_)) => {}
            (Kind::Boolean, Json::String(_) | Json::Number(_)) => {
                self.malformed("`true` or `false`", name, node);
            }
            (Kind::List, Json::Array(items)) => {
                let Type::List { item, length } = shape.resolve() else { return };
                self.length(length, name, items.len(), "item", node.site);
                items.iter().for_each(|node| self.check_shape(item, under, node));
            }
            (Kind::Object, Json::Object(members)) => match shape.resolve() {
                Type::Structure(structure) => {
                    self.object(Known::Sdk(structure, &[]), under, members, Some(name));
                }
                Type::Map { key, value } => self.map(key, value, name, members),
                _ => {}
            },
            // The text of a document, or of an attribute of DynamoDB.
            (Kind::Object, Json::String(_)) if self.may_be_text(shape, node) => {}
            (kind, _) => {
                let takes = match kind {
                    Kind::Number => "a number",
                    Kind::Boolean => "`true` or `false`",
                    Kind::List => "an array",
                    _ => "an object",
                };
                self.wrong_type(takes, name, node);
            }
        }
    }

    fn may_be_text(&self, shape: Shape<'static>, node: &Node<'_>) -> bool {
        let is_json = node.as_str().is_some_and(|text| text.trim_start().starts_with(['{', '[']));
        let is_attribute = || matches!(shape.resolve(), Type::Structure(it) if it.parameter("Ns").is_some());
        is_json || (self.name.contains("dynamodb") && is_attribute())
    }

    fn map(&self, key: Shape<'static>, value: Shape<'static>, name: &str, members: &[Member<'_>]) {
        for member in members.iter().filter(|member| !member.is_unread()) {
            let text = member.key.value.as_ref();
            if !self.is_computed(text) {
                self.text(key, name, plain(text), member.key.site);
            }
            if plain(text) == text {
                self.check_shape(value, member, &member.value);
            }
        }
    }

    fn text(&self, shape: Shape<'static>, name: &str, text: &str, site: Site) {
        let Type::Text(is) = shape.resolve() else { return };
        if !is.allows(text) {
            let words: Vec<String> = is.words().unwrap_or_default().iter().map(ToString::to_string).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            self.word(&words, name, text, site);
        } else if let Some(fault) = fault(&is, name, text) {
            self.out.report(&malformed::RULE, site, fault);
        } else {
            self.length(is.length, name, text.chars().count(), "character", site);
        }
    }

    fn number(&self, shape: Shape<'static>, name: &str, digits: &str, site: Site) {
        let (Type::Number { range, whole }, Ok(value)) = (shape.resolve(), digits.parse::<f64>()) else {
            return;
        };
        let message = if whole && value.fract() != 0.0 {
            format!("`{name}` takes a whole number, not {digits}")
        } else if is_outside(range, value) {
            format!("`{name}` must be {}, not {digits}", words(range))
        } else {
            return;
        };
        self.out.report(&malformed::RULE, site, message);
    }

    fn length(&self, bounds: Bounds, name: &str, count: usize, of: &str, site: Site) {
        if !is_outside(bounds, count as f64) {
            return;
        }
        let one = match bounds {
            Bounds { least: Some(1), most: None } | Bounds { most: Some(1), .. } => "",
            _ => "s",
        };
        let message = format!("`{name}` takes {} {of}{one}, not {count}", words(bounds));
        self.out.report(&malformed::RULE, site, message);
    }

    /// The same of a value that a table of ours describes roughly.
    pub(super) fn check_model(&self, model: Model, under: &Member<'_>, node: &Node<'_>) {
        if let Some(shape) = self.shape(model) {
            self.check_shape(shape, under, node);
        }
    }

    /// What is said of the items of an array, of which there are so many.
    pub(super) fn item(&self, model: Model, name: &str, count: usize, site: Site) -> Model {
        match self.shape(model).map(|shape| shape.resolve()) {
            Some(Type::List { item, length }) => {
                self.length(length, name, count, "item", site);
                Model::Shape(item)
            }
            _ => Model::Unknown,
        }
    }

    /// What is said of the values of an object with any keys.
    pub(super) fn entry(&self, model: Model) -> Model {
        match self.shape(model).map(|shape| shape.resolve()) {
            Some(Type::Map { value, .. }) => Model::Shape(value),
            _ => Model::Unknown,
        }
    }

    /// What is said of the members of an object.
    pub(super) fn inner(&self, model: Model) -> Api {
        match self.shape(model).map(|shape| shape.resolve()) {
            Some(Type::Structure(structure)) => Api::Object(structure),
            _ => Api::Unknown,
        }
    }

    fn shape(&self, model: Model) -> Option<Shape<'static>> {
        match model {
            Model::Unknown | Model::MemberOf(Api::Unknown, _) => None,
            Model::Shape(shape) => Some(shape),
            Model::MemberOf(Api::Object(structure), name) => Some(structure.parameter(name)?.shape),
            Model::MemberOf(Api::Call, name) => Some(self.api()?.parameter(name)?.shape),
        }
    }

    /// What the optimized integration's own API takes.
    fn api(&self) -> Option<Structure<'static>> {
        // The readers and writers of a Map are no integrations.
        let of = self.action?;
        if let Some(known) = self.api.get().filter(|known| std::ptr::eq(known.of, of)) {
            return known.structure;
        }
        let (service, _) = cut(self.name, b':')?;
        let action = sdk::service(sdk_name(service)).and_then(|service| service.action(of.name));
        let structure = action.map(|action| action.structure());
        self.api.set(Some(KnownApi { of, structure }));
        structure
    }
}

/// What is wrong with the letters of a text.
fn fault(is: &Text<'_>, name: &str, text: &str) -> Option<String> {
    if !text.starts_with(is.start) {
        return Some(format!("`{name}` must begin with `{}`, unlike `{text}`", is.start));
    }
    let stray = is.stray(text)?;
    let stray = if stray.is_whitespace() { "white space".to_owned() } else { format!("`{stray}`") };
    Some(format!("`{name}` cannot have {stray} in it, unlike `{text}`"))
}

fn is_outside(bounds: Bounds, value: f64) -> bool {
    bounds.least.is_some_and(|least| value < least as f64)
        || bounds.most.is_some_and(|most| value > most as f64)
}

fn words(bounds: Bounds) -> String {
    match (bounds.least, bounds.most) {
        (Some(least), Some(most)) if least == most => least.to_string(),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => String::new(),
    }
}
