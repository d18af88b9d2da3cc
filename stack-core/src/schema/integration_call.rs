//! The call of an integration that is being checked: what is known of what it takes, and how faults are reported.

use super::confirmed;
use super::known_api::KnownApi;
use super::label::kind;
use crate::finding::{Edit, Findings, Rule, Suggestion, names};
use crate::json::interpolation::is_filled_in;
use crate::json::{Json, Member, Node, Site};
use crate::language::QueryLanguage;
use crate::rules::integrations::{malformed_parameter as malformed, wrong_parameter_type};
use crate::services::Action;
use crate::services::form::Form;
use crate::services::parameter::{Parameter, Value};
use crate::services::sdk::{Shape, Structure};
use crate::similar::{Near, near};
use crate::text::cut;
use std::cell::Cell;

/// The call of an integration.
pub(super) struct Call<'c> {
    pub(super) name: &'c str,
    /// AWS is known to look at it.
    pub(super) confirmed: bool,
    pub(super) language: QueryLanguage,
    /// How many unknown names still get a suggestion; looking for one reads all names.
    pub(super) suggestions_left: Cell<u32>,
    /// The optimized integration, if it is one.
    pub(super) action: Option<&'static Action>,
    /// What a model says, of the integration that was looked up last.
    pub(super) api: &'c Cell<Option<KnownApi>>,
    pub(super) out: &'c Findings,
}

/// What is known of an object's members.
#[derive(Clone, Copy)]
pub(super) enum Known {
    /// Of an optimized integration.
    Table(&'static [Parameter], Api),
    /// Of the AWS SDK, with those that name a resource.
    Sdk(Structure<'static>, &'static [Parameter]),
}

/// What the service's own model says of an object that a table of ours describes.
#[derive(Clone, Copy)]
pub(super) enum Api {
    Unknown,
    /// All that the integration is handed, which is looked up when it is asked for.
    Call,
    Object(Structure<'static>),
}

impl Known {
    /// The required members that are not there; `given` are the numbers of those of a structure that are.
    pub(super) fn missing(self, members: &[Member<'_>], given: &[usize]) -> Vec<String> {
        let mut missing = Vec::new();
        match self {
            Known::Table(table, _) => {
                for known in table {
                    if known.required && !has(members, |key| key == known.name) {
                        missing.push(known.name.to_owned());
                    }
                }
            }
            Known::Sdk(structure, _) => {
                for known in structure.missing(given) {
                    missing.push(known.name.to_string());
                }
            }
        }
        missing
    }

    pub(super) fn names(self) -> Vec<String> {
        let mut names = Vec::new();
        match self {
            Known::Table(table, _) => {
                for known in table {
                    names.push(known.name.to_owned());
                }
            }
            Known::Sdk(structure, _) => {
                for known in structure.parameters() {
                    names.push(known.name.to_string());
                }
            }
        }
        names
    }
}

/// Whether one of the members has such a name.
pub(super) fn has(members: &[Member<'_>], is: impl Fn(&str) -> bool) -> bool {
    members.iter().any(|member| is(plain(&member.key.value)))
}

/// The name without the mark of what is computed. In JSONata the mark is another rule's.
pub(super) fn plain(key: &str) -> &str {
    key.strip_suffix(".$").unwrap_or(key)
}

/// What the service's model says of a value that a table of ours describes.
#[derive(Clone, Copy)]
pub(super) enum Model {
    Unknown,
    /// It says so of the object's member of that name.
    MemberOf(Api, &'static str),
    Shape(Shape<'static>),
}

impl Call<'_> {
    pub(super) fn wrong_type(&self, expected: &str, name: &str, node: &Node<'_>) {
        self.of_other_type(confirmed(self.confirmed, &wrong_parameter_type::RULE), expected, name, node);
    }

    /// A value of another type, of which it is not known that AWS refuses it.
    pub(super) fn malformed(&self, expected: &str, name: &str, node: &Node<'_>) {
        self.of_other_type(&malformed::RULE, expected, name, node);
    }

    fn of_other_type(&self, rule: &'static Rule, expected: &str, name: &str, node: &Node<'_>) {
        let message = format!("`{name}` takes {expected}, not {}", kind(node));
        let report = self.out.report(rule, node.site, message);
        if let Some((json, written)) = converted(expected, &node.json) {
            let edit = Edit::Value { site: node.site, json };
            report.help(Suggestion::certain(format!("write it as `{written}`"), edit));
        }
    }

    /// Whether the text is, or is meant as, something else than it says.
    pub(super) fn is_computed(&self, text: &str) -> bool {
        let marks: &[&str] = match self.language {
            QueryLanguage::JsonPath => &["$", "States.", "{%"],
            QueryLanguage::Jsonata => &["$", "{%"],
        };
        is_filled_in(text) || marks.iter().any(|mark| text.starts_with(mark))
    }

    pub(super) fn word(&self, words: &[&str], name: &str, word: &str, site: Site) {
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

    pub(super) fn form(&self, form: &Form, name: &str, text: &str, site: Site) {
        if !(form.fits)(text) {
            let message = format!("`{name}` takes {}, not `{text}`", form.label);
            self.out.report(&malformed::RULE, site, message);
        }
    }
}

/// The same scalar as what is expected, and how it is written.
fn converted(expected: &str, json: &Json<'_>) -> Option<(Json<'static>, String)> {
    let (json, written) = match (expected, json) {
        ("a number", Json::String(text)) if is_number(text) => {
            (Json::Number(text.to_string().into()), text.to_string())
        }
        ("`true` or `false`", Json::String(text)) if text == "true" || text == "false" => {
            (Json::Bool(text == "true"), text.to_string())
        }
        ("a string", Json::Number(digits)) => {
            (Json::String(digits.to_string().into()), format!("\"{digits}\""))
        }
        ("a string", Json::Bool(value)) => (Json::String(value.to_string().into()), format!("\"{value}\"")),
        _ => return None,
    };
    Some((json, written))
}

/// Whether a text is a number of JSON without an exponent.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = cut(digits, b'.').unwrap_or((digits, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// What a parameter takes, in a message.
pub(super) fn expected(value: Value) -> &'static str {
    match value {
        Value::Any => "any value",
        Value::TextOrJson => "a string or an object",
        Value::Text | Value::Word(_) | Value::Form(_) | Value::Names(_) => "a string",
        Value::Number => "a number",
        Value::Boolean => "`true` or `false`",
        Value::List(_) => "an array",
        Value::Attribute => "a string or an object such as `{ \"N\": \"1\" }`",
        Value::Map(_) | Value::Keyed(..) | Value::Object(_) => "an object",
    }
}
