//! What a task hands to its integration, against the tables of `services`.
//!
//! What is computed is not looked at: keys that end in `.$`, `{% .. %}`, and what CloudFormation fills in.

use super::label::kind;
use super::*;
use crate::analysis::tasks;
use crate::json::interpolation::is_filled_in;
use crate::rules::integrations::malformed_parameter as malformed;
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
    /// The integration of a task, or of a Map's reader or writer: that it is told something, and what.
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
        let (table, call) = if of_task {
            (services::action(name).map(|action| action.parameters), name.strip_prefix("aws-sdk:"))
        } else if is(&map::ITEM_READER) {
            (None, Some(name).filter(|name| matches!(*name, "s3:getObject" | "s3:listObjectsV2")))
        } else {
            (Some(WRITER).filter(|_| name == "s3:putObject"), None)
        };
        let of_sdk: Vec<_>;
        let known = match (table, call.and_then(sdk::action)) {
            (Some(table), _) => Known::Table(table),
            (None, Some(action)) => {
                of_sdk = action.parameters().collect();
                let service = call.map_or("", |call| before(call, b':'));
                Known::Sdk(&of_sdk, references::of_the_sdk(service))
            }
            (None, None) => {
                if of_task {
                    unknown_integration::report(integration, resource, self.out);
                }
                return;
            }
        };
        let (field, other) = match owner.language.is {
            QueryLanguage::JsonPath => ("Parameters", "Arguments"),
            QueryLanguage::Jsonata => ("Arguments", "Parameters"),
        };
        if let Some(member) = find(field) {
            let (language, suggestions_left) = (owner.language.is, Cell::new(MAX_SUGGESTIONS));
            let call = Call { name, confirmed: of_task, language, suggestions_left, out: self.out };
            if let Json::Object(inner) = &member.value.json {
                call.object(known, member, inner, None);
            }
        } else if of_task && find(other).is_none() && !partial && !meant.contains(&field) {
            let message = format!("{} has no `{field}`, which `{name}` needs", owner.subject(spec));
            let required = known.missing(&[]);
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

/// What is known of an object's members.
#[derive(Clone, Copy)]
enum Known<'k> {
    Table(&'static [Parameter]),
    /// With those that name a resource.
    Sdk(&'k [sdk::Parameter<'static>], &'static [Parameter]),
}

impl Known<'_> {
    fn value(self, name: &str) -> Option<Value> {
        match self {
            Known::Table(table) => table.iter().find(|known| known.name == name).map(|known| known.value),
            Known::Sdk(list, named) => {
                let known = list.iter().find(|known| known.name == *name)?;
                let named = named.iter().find(|named| named.name == name).map(|named| named.value);
                Some(match known.kind {
                    sdk::Kind::Text if named.is_some() => named?,
                    // Of these two it is not known what Step Functions makes of other JSON.
                    sdk::Kind::Text | sdk::Kind::Blob => Value::TextOrJson,
                    sdk::Kind::Timestamp | sdk::Kind::Any => Value::Any,
                    sdk::Kind::Number => Value::Number,
                    sdk::Kind::Boolean => Value::Boolean,
                    sdk::Kind::List => Value::List(&Value::Any),
                    sdk::Kind::Object => Value::Map(&Value::Any),
                })
            }
        }
    }

    /// The required members that are not there.
    fn missing(self, members: &[Member<'_>]) -> Vec<String> {
        match self {
            Known::Table(table) => {
                let missing =
                    table.iter().filter(|known| known.required && !has(members, |key| key == known.name));
                missing.map(|known| known.name.to_owned()).collect()
            }
            Known::Sdk(list, _) => {
                let missing =
                    list.iter().filter(|known| known.required && !has(members, |key| known.name == *key));
                missing.map(|known| known.name.to_string()).collect()
            }
        }
    }

    fn names(self) -> Vec<String> {
        match self {
            Known::Table(table) => table.iter().map(|known| known.name.to_owned()).collect(),
            Known::Sdk(list, _) => list.iter().map(|known| known.name.to_string()).collect(),
        }
    }
}

/// Whether one of the members has such a name.
fn has(members: &[Member<'_>], is: impl Fn(&str) -> bool) -> bool {
    members.iter().any(|member| is(plain(&member.key.value)))
}

/// The name without the mark of what is computed. In JSONata the mark is another rule's.
fn plain(key: &str) -> &str {
    key.strip_suffix(".$").unwrap_or(key)
}

/// The call of an integration.
struct Call<'c> {
    name: &'c str,
    /// AWS is known to look at it.
    confirmed: bool,
    language: QueryLanguage,
    /// How many unknown names still get a suggestion; looking for one reads all names.
    suggestions_left: Cell<u32>,
    out: &'c Findings,
}

impl Call<'_> {
    /// An object that stands under a key. `within` is the name of a parameter; none for all of `Parameters`.
    fn object(&self, known: Known<'_>, under: &Member<'_>, members: &[Member<'_>], within: Option<&str>) {
        let mut meant = Vec::new();
        let mut whole = true;
        for member in members {
            let key = member.key.value.as_ref();
            if member.is_unread() || is_filled_in(key) {
                whole = false;
                continue;
            }
            match known.value(plain(key)) {
                None => meant.extend(self.unknown(known, member, members, within)),
                Some(value) if plain(key) == key => self.value(value, member, &member.value),
                Some(_) => {}
            }
        }
        if !whole {
            return;
        }
        let subject = within.unwrap_or(&under.key.value);
        for name in known.missing(members) {
            if !meant.contains(&name) {
                // That AWS looks into objects is not recorded.
                let rule = confirmed(self.confirmed && within.is_none(), &missing_parameter::RULE);
                let message = format!("`{subject}` has no `{name}`, which `{}` requires", self.name);
                self.out.report(rule, under.key.site, message);
            }
        }
        let Known::Table(table) = known else { return };
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

    /// Reports a name that the table does not have; the one that was probably meant.
    fn unknown(
        &self,
        known: Known<'_>,
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
        // AWS's own page writes the members of a Batch job's `RetryStrategy` in small letters.
        let small = near.is_some_and(|near| {
            near.get(1..) == name.get(1..) && near.eq_ignore_ascii_case(name) && within.is_some()
        });
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
    fn value(&self, value: Value, under: &Member<'_>, node: &Node<'_>) {
        let name = under.key.value.as_ref();
        match (value, &node.json) {
            (_, Json::Broken | Json::Null | Json::Hole(_)) | (Value::Any | Value::TextOrJson, _) => {}
            (_, Json::String(text)) if self.is_computed(text) => {}
            (Value::Word(words), Json::String(word)) => self.word(words, name, word, node.site),
            (Value::Form(form), Json::String(text)) => self.form(form, name, text, node.site),
            (Value::Names(names), Json::String(text)) => {
                if let Some(form) = Form::of(names) {
                    self.form(form, name, text, node.site);
                }
            }
            // What AWS makes of numbers where it takes a string is not known; most likely the string.
            (
                Value::Text | Value::Word(_) | Value::Form(_) | Value::Names(_),
                Json::String(_) | Json::Number(_) | Json::Bool(_),
            )
            | (Value::Number, Json::Number(_))
            | (Value::Boolean, Json::Bool(_)) => {}
            (Value::Number, Json::String(text)) if text.trim().parse::<f64>().is_ok() => {}
            (Value::Boolean, Json::String(text))
                if ["true", "false"].contains(&text.to_lowercase().as_str()) => {}
            (Value::Number | Value::Boolean, Json::String(_) | Json::Number(_) | Json::Bool(_)) => {
                let message = format!("`{name}` takes {}, not {}", expected(value), kind(node));
                self.out.report(&malformed::RULE, node.site, message);
            }
            (Value::List(item), Json::Array(items)) => {
                items.iter().for_each(|node| self.value(*item, under, node));
            }
            (Value::Attribute, Json::String(_)) => {}
            (Value::Attribute, Json::Object(members)) => {
                self.object(Known::Table(services::ATTRIBUTE), under, members, Some(name));
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
                self.value(Value::Map(inner), under, node);
            }
            (Value::Map(inner), Json::Object(members)) => {
                let plain = members.iter().filter(|member| !member.key.value.ends_with(".$"));
                plain.for_each(|member| self.value(*inner, member, &member.value));
            }
            (Value::Object(table), Json::Object(members)) => {
                self.object(Known::Table(table), under, members, Some(name));
            }
            _ => self.wrong_type(value, name, node),
        }
    }

    fn wrong_type(&self, value: Value, name: &str, node: &Node<'_>) {
        // An object may be written as a string, though that is known of a few parameters only.
        let is_text = matches!(value, Value::Text);
        let rule =
            if is_text { &malformed::RULE } else { confirmed(self.confirmed, &wrong_parameter_type::RULE) };
        let message = format!("`{name}` takes {}, not {}", expected(value), kind(node));
        self.out.report(rule, node.site, message);
    }

    /// Whether the text is, or is meant as, something else than it says.
    fn is_computed(&self, text: &str) -> bool {
        let marks: &[&str] = match self.language {
            QueryLanguage::JsonPath => &["$", "States.", "{%"],
            QueryLanguage::Jsonata => &["$", "{%"],
        };
        is_filled_in(text) || marks.iter().any(|mark| text.starts_with(mark))
    }

    fn word(&self, words: &[&str], name: &str, word: &str, site: Site) {
        if words.contains(&word) {
            return;
        }
        let report = self.out.report(&malformed::RULE, site, format!("`{name}` cannot be `{word}`"));
        match near(word, words.iter().copied()) {
            Some(Near { name, is_certain }) => {
                report.help(Suggestion::did_you_mean(name, Edit::whole(site, word, name), is_certain))
            }
            None => report.help(format!("it takes {}", names(words.iter().copied()))),
        };
    }

    fn form(&self, form: &Form, name: &str, text: &str, site: Site) {
        if !(form.fits)(text) {
            let message = format!("`{name}` takes {}, not `{text}`", form.label);
            self.out.report(&malformed::RULE, site, message);
        }
    }
}

/// What a parameter takes, in a message.
fn expected(value: Value) -> &'static str {
    match value {
        Value::Any | Value::TextOrJson => "any value",
        Value::Text | Value::Word(_) | Value::Form(_) | Value::Names(_) => "a string",
        Value::Number => "a number",
        Value::Boolean => "`true` or `false`",
        Value::List(_) => "an array",
        Value::Attribute => "a string or an object such as `{ \"N\": \"1\" }`",
        Value::Map(_) | Value::Keyed(..) | Value::Object(_) => "an object",
    }
}
