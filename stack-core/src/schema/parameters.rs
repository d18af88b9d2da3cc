//! What a task hands to its integration, against the tables of `services`.
//!
//! What is computed is not looked at: keys that end in `.$`, `{% .. %}`, and what CloudFormation fills in.

use super::integration_call::{Api, Call, Known, Model, expected, has, plain};
use super::label::kind;
use super::*;
use crate::analysis::tasks;
use crate::json::interpolation::is_filled_in;
use crate::services::form::Form;
use crate::services::parameter::{Parameter, Value, text};
use crate::services::{self, references, sdk};
use crate::text::before;
use std::cell::Cell;

/// What the writer of a distributed Map takes. Its readers take what the AWS SDK does.
const WRITER: &[Parameter] = &[text("Bucket").required(), text("Prefix")];

/// So many unknown names of one task get a suggestion.
const MAX_SUGGESTIONS: u32 = 16;

impl Walk<'_> {
    /// The integration of a task, or of a Map's reader or writer: that it is model something, and what.
    pub(super) fn integration(
        &self,
        spec: &Spec,
        owner: Owner<'_>,
        members: &[Member<'_>],
        meant: &[&str],
        partial: bool,
    ) {
        let find = |name: &str| members.iter().find(|member| member.key.value == name);
        let Some(resource) = find("Resource").map(|member| &member.value) else { return };
        let Some(integration) = tasks::integration(resource) else { return };
        let (name, _) = services::split(integration);
        let is = |other| std::ptr::eq(spec, other);
        let of_task = is(&task::SPEC);
        let action = if of_task { services::action(name) } else { None };
        let (table, call) = if of_task {
            (action.map(|action| action.parameters), name.strip_prefix("aws-sdk:"))
        } else if is(&map::ITEM_READER) {
            (None, Some(name).filter(|name| matches!(*name, "s3:getObject" | "s3:listObjectsV2")))
        } else {
            (Some(WRITER).filter(|_| name == "s3:putObject"), None)
        };
        let known = match table {
            Some(table) => Known::Table(table, Api::Call),
            None => match call.and_then(sdk::action) {
                Some(action) => {
                    let service = call.map_or("", |call| before(call, b':'));
                    Known::Sdk(action.structure(), references::of_the_sdk(service))
                }
                None => {
                    if of_task {
                        unknown_integration::report(integration, resource, self.out);
                    }
                    return;
                }
            },
        };
        let (field, other) = match owner.language.is {
            QueryLanguage::JsonPath => ("Parameters", "Arguments"),
            QueryLanguage::Jsonata => ("Arguments", "Parameters"),
        };
        if let Some(member) = find(field) {
            let call = Call {
                name,
                confirmed: of_task,
                language: owner.language.is,
                suggestions_left: Cell::new(MAX_SUGGESTIONS),
                action,
                api: &self.api,
                out: self.out,
            };
            match &member.value.json {
                Json::Object(inner) => call.object(known, member, inner, None),
                // Only a function's own input may be such a value.
                Json::String(_) | Json::Number(_) | Json::Bool(_) if field == "Parameters" => {
                    let message = format!("`{field}` takes an object, not {}", kind(&member.value));
                    self.out.report(&probably_refused::RULE, member.value.site, message);
                }
                _ => {}
            }
        } else if of_task && find(other).is_none() && !partial && !meant.contains(&field) {
            let message = format!("{} has no `{field}`, which `{name}` needs", owner.subject(spec));
            let required = known.missing(&[], &[]);
            let report = self.out.report(&missing_field::RULE, owner.site, message);
            if !required.is_empty() {
                report.help(format!("it requires {}", names(required.iter().map(String::as_str))));
                return;
            }
            let help = format!("an empty object will do: `\"{field}\": {{}}`");
            match find("Resource") {
                Some(resource) => {
                    let (beside, key) = (resource.key.site, field.to_owned());
                    let edit = Edit::Insert { beside, key, json: Json::Object(Vec::new()) };
                    report.help(Suggestion::possible(help, edit));
                }
                None => drop(report.help(help)),
            }
        }
    }
}

impl Call<'_> {
    /// An object that stands under a key. `within` is the name of a parameter; none for all of `Parameters`.
    pub(super) fn object(
        &self,
        known: Known,
        under: &Member<'_>,
        members: &[Member<'_>],
        within: Option<&str>,
    ) {
        let (mut meant, mut given) = (Vec::new(), Vec::new());
        let mut whole = true;
        for member in members {
            let key = member.key.value.as_ref();
            if member.is_unread() || is_filled_in(key) {
                whole = false;
                continue;
            }
            let name = plain(key);
            let is_known = match known {
                Known::Table(table, api) => match table.iter().find(|known| known.name == name) {
                    Some(found) if name == key => {
                        self.value(found.value, Model::MemberOf(api, found.name), member, &member.value);
                        true
                    }
                    found => found.is_some(),
                },
                Known::Sdk(structure, named) => match structure.parameter(name) {
                    Some(found) => {
                        given.push(found.index);
                        if name == key {
                            self.parameter(found, named, member);
                        }
                        true
                    }
                    None => false,
                },
            };
            if !is_known {
                meant.extend(self.unknown(known, member, members, within));
            }
        }
        if !whole {
            return;
        }
        let subject = within.unwrap_or(&under.key.value);
        for name in known.missing(members, &given) {
            if !meant.contains(&name) {
                // That AWS looks into objects is not recorded.
                let rule = confirmed(self.confirmed && within.is_none(), &missing_parameter::RULE);
                let message = format!("`{subject}` has no `{name}`, which `{}` requires", self.name);
                self.out.report(rule, under.key.site, message);
            }
        }
        let Known::Table(table, _) = known else { return };
        for one in table.iter().filter(|known| !known.or.is_empty()) {
            let mut names = std::iter::once(one.name).chain(one.or.iter().copied());
            if names.all(|name| !meant.iter().any(|meant| meant == name) && !has(members, |key| key == name))
            {
                let others: Vec<String> = one.or.iter().map(|name| format!("`{name}`")).collect();
                let message = format!("`{subject}` has neither `{}` nor {}", one.name, others.join(" nor "));
                let help = format!("`{}` needs one of them", self.name);
                self.out.report(&probably_refused::RULE, under.key.site, message).help(help);
            }
        }
    }

    /// A parameter of the AWS SDK, or a member of one.
    fn parameter(&self, known: sdk::Parameter<'static>, named: &[Parameter], member: &Member<'_>) {
        match named.iter().find(|named| named.name == member.key.value) {
            Some(named) if known.shape.kind == sdk::Kind::Text => {
                self.value(named.value, Model::Unknown, member, &member.value);
            }
            _ => self.check_shape(known.shape, member, &member.value),
        }
    }

    /// Reports a name that the table does not have; the one that was probably meant.
    fn unknown(
        &self,
        known: Known,
        member: &Member<'_>,
        members: &[Member<'_>],
        within: Option<&str>,
    ) -> Option<String> {
        let name = plain(&member.key.value);
        let suggestions_left = self.suggestions_left.get();
        self.suggestions_left.set(suggestions_left.saturating_sub(1));
        let known = if suggestions_left > 0 { known.names() } else { Vec::new() };
        let known = || known.iter().map(String::as_str);
        let found = near(name, known());
        let near = found.map(|near| near.name);
        // AWS's own page writes the members of a Batch job's `RetryStrategy` in small letters. Of types of DynamoDB's
        // attributes one author says that AWS takes them in capitals only.
        let small = near.is_some_and(|near| near.eq_ignore_ascii_case(name))
            && (within == Some("RetryStrategy") || matches!(name, "Bool" | "Null" | "Ss" | "Ns" | "Bs"));
        let message = match within {
            Some(parameter) => format!("`{}` has no parameter `{name}` in `{parameter}`", self.name),
            None => format!("`{}` has no parameter `{name}`", self.name),
        };
        let rule = confirmed(self.confirmed && !small, &unknown_parameter::RULE);
        let report = self.out.report(rule, member.key.site, message);
        match found {
            Some(Near { name: right, is_certain }) => {
                let is_case =
                    name.starts_with(|c: char| c.is_lowercase()) && right.eq_ignore_ascii_case(name);
                let why = if is_case { " parameters start with a capital letter" } else { "" };
                let is_certain = is_certain && !small && !has(members, |key| key == right);
                let edit = Edit::part(member.key.site, 0, name.len(), right);
                report.help(Suggestion::new(format!("did you mean `{right}`?{why}"), edit, is_certain))
            }
            None if suggestions_left == 0 => report,
            None if name.eq_ignore_ascii_case("TaskToken") => {
                report.help("pass the token on in what is sent, such as a `Payload` or a `MessageBody`")
            }
            None => report
                .help(format!("it takes {}", names(known())))
                .help(format!("if it is newer than this list, allow `{}` here", rule.id)),
        };
        near.map(str::to_owned)
    }

    /// A value of a parameter, or of an item or member of one.
    fn value(&self, value: Value, model: Model, under: &Member<'_>, node: &Node<'_>) {
        let name = under.key.value.as_ref();
        match (value, &node.json) {
            (_, Json::Broken | Json::Null | Json::Hole(_)) => {}
            (Value::TextOrJson, Json::Number(_) | Json::Bool(_)) => {
                self.malformed(expected(value), name, node)
            }
            (Value::TextOrJson, _) => {}
            (_, Json::String(text)) if self.is_computed(text) => {}
            (Value::Any, _) => self.check_model(model, under, node),
            (Value::Word(words), Json::String(word)) => self.word(words, name, word, node.site),
            (Value::Form(form), Json::String(text)) => self.form(form, name, text, node.site),
            (Value::Names(names), Json::String(text)) => {
                if let Some(form) = Form::of(names) {
                    self.form(form, name, text, node.site);
                }
            }
            (Value::Text, Json::String(_)) | (Value::Number, Json::Number(_)) => {
                self.check_model(model, under, node)
            }
            (Value::Boolean, Json::Bool(_)) => {}
            (
                Value::Text | Value::Word(_) | Value::Form(_) | Value::Names(_),
                Json::Number(_) | Json::Bool(_),
            )
            | (Value::Number | Value::Boolean, Json::String(_) | Json::Number(_) | Json::Bool(_)) => {
                self.wrong_type(expected(value), name, node);
            }
            (Value::List(item), Json::Array(items)) => {
                let model = self.item(model, name, items.len(), node.site);
                items.iter().for_each(|node| self.value(*item, model, under, node));
            }
            (Value::Attribute, Json::String(_)) => {}
            (Value::Attribute, Json::Object(members)) => {
                self.object(Known::Table(services::ATTRIBUTE, Api::Unknown), under, members, Some(name));
            }
            // Whether it takes those is not known.
            (Value::Attribute, Json::Number(_) | Json::Bool(_)) => {
                let message = format!("`{name}` takes {}, not {}", expected(value), kind(node));
                self.out.report(&probably_refused::RULE, node.site, message);
            }
            (Value::Keyed(form, inner), Json::Object(members)) => {
                for member in members.iter().filter(|member| !member.is_unread()) {
                    self.form(form, name, plain(&member.key.value), member.key.site);
                }
                self.value(Value::Map(inner), model, under, node);
            }
            (Value::Map(Value::Any), Json::Object(_)) => self.check_model(model, under, node),
            (Value::Map(inner), Json::Object(members)) => {
                // Attributes are called otherwise there.
                let model =
                    if matches!(inner, Value::Attribute) { Model::Unknown } else { self.entry(model) };
                for member in members {
                    if !member.key.value.ends_with(".$") {
                        self.value(*inner, model, member, &member.value);
                    }
                }
            }
            (Value::Object(table), Json::Object(members)) => {
                self.object(Known::Table(table, self.inner(model)), under, members, Some(name));
            }
            // It may be written as a string, though that is known of a few parameters only.
            (Value::Text, _) => self.malformed(expected(value), name, node),
            _ => self.wrong_type(expected(value), name, node),
        }
    }
}
