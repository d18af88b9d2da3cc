//! Faults as people make them, put into a definition or into the text of one.

use crate::random::Random;
use serde_json::{Map, Value};

/// A fault of a definition: the member of an object, and what becomes of it. It may be none, such as a misspelt key of
/// a payload.
pub(crate) struct Fault {
    object: Vec<String>,
    key: String,
    seed: u64,
}

impl Fault {
    /// One for a definition.
    pub(crate) fn new(value: &Value, random: &mut Random) -> Option<Self> {
        let mut places = Vec::new();
        collect(value, &mut Vec::new(), &mut places);
        let object = random.one(&places)?.clone();
        let keys: Vec<String> = find(&mut value.clone(), &object)?.keys().cloned().collect();
        Some(Fault { object, key: random.one(&keys)?.clone(), seed: random.below(1 << 20) as u64 })
    }

    /// Puts it in, if its place is still there.
    pub(crate) fn put(&self, value: &mut Value) {
        let random = &mut Random::new(self.seed);
        let Some(object) = find(value, &self.object) else { return };
        let key = self.key.as_str();
        match random.below(8) {
            0 | 1 => rename(object, key, &misspelt(key, random)),
            2 => rename(object, key, &recased(key, random)),
            3 if object.contains_key("Next") => drop(object.insert("End".into(), Value::Bool(false))),
            _ => object.get_mut(key).into_iter().for_each(|value| fault(value, random)),
        }
    }
}

/// The paths of all objects.
fn collect(value: &Value, path: &mut Vec<String>, all: &mut Vec<Vec<String>>) {
    let mut inner = |step: String, value: &Value| {
        path.push(step);
        collect(value, path, all);
        path.pop();
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| inner(index.to_string(), item));
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| inner(key.clone(), value));
            all.push(path.clone());
        }
        _ => {}
    }
}

fn find<'v>(value: &'v mut Value, path: &[String]) -> Option<&'v mut Map<String, Value>> {
    let mut value = value;
    for step in path {
        value = match value {
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Value::Object(members) => members.get_mut(step)?,
            _ => return None,
        };
    }
    value.as_object_mut()
}

fn rename(object: &mut Map<String, Value>, old: &str, new: &str) {
    if !object.contains_key(new)
        && let Some(value) = object.remove(old)
    {
        object.insert(new.to_owned(), value);
    }
}

/// A value of another type, or a misspelt one.
fn fault(value: &mut Value, random: &mut Random) {
    match value {
        Value::Bool(true) if random.once_in(2) => *value = "yes".into(),
        Value::Bool(_) | Value::Number(_) => *value = value.to_string().into(),
        Value::String(text) if random.once_in(3) => *text = recased(text, random),
        Value::String(text) if text.starts_with("States.") && random.once_in(2) => {
            *text = text.replacen("States", "State", 1);
        }
        Value::String(text) => *text = misspelt(text, random),
        Value::Array(items) if items.len() == 1 && random.once_in(2) => *value = items.remove(0),
        Value::Array(items) => match random.below(items.len()) {
            at if at < items.len() && items[at].is_string() && random.once_in(2) => {
                items.insert(at, items[at].clone());
            }
            at if at < items.len() => fault(&mut items[at], random),
            _ => {}
        },
        Value::Object(_) | Value::Null => {}
    }
}

/// A letter too many, missing, changed, or two swapped.
pub(crate) fn misspelt(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len());
    match random.below(4) {
        _ if letters.is_empty() => {}
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, 'x'),
        2 => letters[at] = 'q',
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => {}
    }
    letters.into_iter().collect()
}

fn recased(word: &str, random: &mut Random) -> String {
    if random.once_in(2) { word.to_lowercase() } else { word.to_uppercase() }
}

/// Puts a fault into a text of JSON, at one of the places where such a token stands.
pub(crate) fn in_json(text: &str, random: &mut Random) -> String {
    let (old, new) = *random
        .one(&[
            ("}", ",}"),
            ("]", ", ]"),
            (",", ",,"),
            (",", ";"),
            (",", ""),
            (":", "="),
            (":", ""),
            ("true", "True"),
            ("\"Type\"", "Type"),
            ("\"Type\"", "'Type'"),
            ("\"End\"", "End"),
            (" ", "\t"),
            ("\"Pass\"", "'Pass'"),
            ("{", "{ /* x */ "),
        ])
        .expect("there are some");
    let mut all: Vec<usize> = text.match_indices(old).map(|(at, _)| at).collect();
    // In a string, these are no faults of the text.
    all.retain(|at| old == " " || text[..*at].replace("\\\"", "").matches('"').count().is_multiple_of(2));
    match random.one(&all) {
        Some(&at) => [&text[..at], new, &text[at + old.len()..]].concat(),
        None => text.to_owned(),
    }
}
