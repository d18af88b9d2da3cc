//! The shapes of a model: what members hold, to any depth, each type once.

use crate::names;
use crate::pattern::{Letters, texts};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a value is; the numbers are those of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Text = 0,
    Number = 1,
    Boolean = 2,
    List = 3,
    Object = 4,
    Blob = 5,
    Timestamp = 6,
    Any = 7,
}

/// What something holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Holds {
    pub(crate) kind: Kind,
    /// One more than the number of its type; zero if there is nothing more to be said.
    pub(crate) detail: usize,
}

/// A member of a structure.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) holds: Holds,
    pub(crate) required: bool,
}

/// Least and most.
pub(crate) type Bounds = (Option<i64>, Option<i64>);

/// What is known of a value besides its kind.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Type {
    Text { length: Bounds, words: Vec<String>, letters: Option<Letters>, start: String },
    Number { range: Bounds, whole: bool },
    List { item: Holds, length: Bounds },
    Map { key: Holds, value: Holds },
    Structure(Vec<Parameter>),
}

/// Enumerations of more words than these are lists of what there is, such as types of machines, and grow every month.
const WORDS: usize = 100;

/// What the documentation says of numbers, and the models do not: service, structure, member.
const RANGES: &[(&str, &str, &str, Bounds)] = &[
    ("sqs", "ChangeMessageVisibilityRequest", "VisibilityTimeout", (Some(0), Some(43_200))),
    ("sqs", "ReceiveMessageRequest", "MaxNumberOfMessages", (Some(1), Some(10))),
    ("sqs", "ReceiveMessageRequest", "VisibilityTimeout", (Some(0), Some(43_200))),
    ("sqs", "ReceiveMessageRequest", "WaitTimeSeconds", (Some(0), Some(20))),
    ("sqs", "SendMessageBatchRequestEntry", "DelaySeconds", (Some(0), Some(900))),
    ("sqs", "SendMessageRequest", "DelaySeconds", (Some(0), Some(900))),
    ("batch", "ArrayProperties", "size", (Some(2), Some(10_000))),
    ("batch", "JobTimeout", "attemptDurationSeconds", (Some(60), None)),
    ("batch", "RetryStrategy", "attempts", (Some(1), Some(10))),
    ("ecs", "RunTaskRequest", "count", (Some(1), Some(10))),
];

/// The shapes of a service, as far as parameters need them.
pub(crate) struct Shapes<'m> {
    service: &'m str,
    shapes: &'m Value,
    types: Vec<Type>,
    /// By the names of shapes; zero of a list or a map that is in the making.
    numbers: BTreeMap<&'m str, usize>,
}

impl<'m> Shapes<'m> {
    pub(crate) fn new(service: &'m str, shapes: &'m Value) -> Self {
        Shapes { service, shapes, types: Vec::new(), numbers: BTreeMap::new() }
    }

    /// The members of a structure.
    pub(crate) fn members(&mut self, structure: &'m str) -> Option<Vec<Parameter>> {
        let shape = self.shapes.get(structure)?;
        let required: Vec<&str> = match shape.get("required") {
            Some(names) => names.as_array()?.iter().filter_map(Value::as_str).collect(),
            None => Vec::new(),
        };
        let mut members = Vec::new();
        for (name, member) in shape.get("members")?.as_object()? {
            // Those tokens are filled in where they are missing.
            let filled = member.get("idempotencyToken").is_some_and(|it| it == true);
            let range = RANGES.iter().find(|it| (it.0, it.1, it.2) == (self.service, structure, name));
            members.push(Parameter {
                name: names::parameter(name),
                holds: match range {
                    Some(&(_, _, _, range)) => {
                        let detail = self.add(Type::Number { range, whole: true });
                        Holds { kind: Kind::Number, detail }
                    }
                    None => self.holds(member.get("shape")?.as_str()?)?,
                },
                required: required.contains(&name.as_str()) && !filled,
            });
        }
        members.sort();
        Some(members)
    }

    fn add(&mut self, is: Type) -> usize {
        self.types.push(is);
        self.types.len()
    }

    /// What a shape is.
    fn holds(&mut self, name: &'m str) -> Option<Holds> {
        let shape = self.shapes.get(name)?;
        let kind = kind(shape)?;
        if let Some(&detail) = self.numbers.get(name) {
            return Some(Holds { kind, detail });
        }
        let bounds = |shape: &Value| {
            let bound = |key: &str, round: fn(f64) -> f64| {
                // Beyond whole numbers, the next one is as good.
                shape.get(key).and_then(Value::as_f64).map(|it| round(it) as i64)
            };
            (bound("min", f64::floor), bound("max", f64::ceil))
        };
        let part = |key: &str| shape.get(key).and_then(|it| it.get("shape")).and_then(Value::as_str);
        let detail = match kind {
            Kind::Text => match text(shape, bounds(shape)) {
                Some(text) => self.add(text),
                None => 0,
            },
            Kind::Number => {
                let whole = shape.get("type").is_some_and(|it| it == "integer" || it == "long");
                let range = bounds(shape);
                if whole || range != (None, None) { self.add(Type::Number { range, whole }) } else { 0 }
            }
            Kind::List => {
                let number = self.add(Type::Structure(Vec::new()));
                self.numbers.insert(name, number);
                let item = self.holds(part("member")?)?;
                self.types[number - 1] = Type::List { item, length: bounds(shape) };
                number
            }
            Kind::Object => {
                let number = self.add(Type::Structure(Vec::new()));
                self.numbers.insert(name, number);
                self.types[number - 1] = if shape.get("type").is_some_and(|it| it == "map") {
                    Type::Map { key: self.holds(part("key")?)?, value: self.holds(part("value")?)? }
                } else {
                    Type::Structure(self.members(name)?)
                };
                number
            }
            Kind::Boolean | Kind::Blob | Kind::Timestamp | Kind::Any => 0,
        };
        self.numbers.insert(name, detail);
        Some(Holds { kind, detail })
    }

    /// The types, each once and those that are used most first; what the actions hold is renumbered with them.
    pub(crate) fn finish(self, actions: &mut BTreeMap<String, Vec<Parameter>>) -> Vec<Type> {
        let mut types = self.types;
        loop {
            let mut first = BTreeMap::new();
            let mut same: Vec<usize> = Vec::new();
            for (at, is) in types.iter().enumerate() {
                same.push(*first.entry(is.clone()).or_insert(at + 1));
            }
            let renumber = |holds: &mut Holds| {
                if let Some(at) = holds.detail.checked_sub(1) {
                    holds.detail = same[at];
                }
            };
            let before = types.clone();
            types.iter_mut().for_each(|is| is.visit(&renumber));
            actions.values_mut().flatten().for_each(|it| renumber(&mut it.holds));
            if types == before {
                break;
            }
        }
        // What is used: from the actions on.
        let mut uses = vec![0; types.len()];
        let mut open: Vec<usize> = Vec::new();
        let mut using = |holds: &Holds, open: &mut Vec<usize>| {
            if let Some(at) = holds.detail.checked_sub(1) {
                uses[at] += 1;
                if uses[at] == 1 {
                    open.push(at);
                }
            }
        };
        actions.values().flatten().for_each(|it| using(&it.holds, &mut open));
        while let Some(at) = open.pop() {
            for holds in types[at].parts() {
                using(&holds, &mut open);
            }
        }
        let mut order: Vec<usize> = (0..types.len()).filter(|&at| uses[at] > 0).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(uses[at]));
        let mut numbers = vec![0; types.len()];
        for (number, &at) in order.iter().enumerate() {
            numbers[at] = number + 1;
        }
        let renumber = |holds: &mut Holds| {
            if let Some(at) = holds.detail.checked_sub(1) {
                holds.detail = numbers[at];
            }
        };
        actions.values_mut().flatten().for_each(|it| renumber(&mut it.holds));
        let mut finished: Vec<Type> = order.iter().map(|&at| types[at].clone()).collect();
        finished.iter_mut().for_each(|is| is.visit(&renumber));
        finished
    }
}

impl Type {
    fn visit(&mut self, visit: &dyn Fn(&mut Holds)) {
        match self {
            Type::Text { .. } | Type::Number { .. } => {}
            Type::List { item, .. } => visit(item),
            Type::Map { key, value } => {
                visit(key);
                visit(value);
            }
            Type::Structure(members) => members.iter_mut().for_each(|member| visit(&mut member.holds)),
        }
    }

    fn parts(&self) -> Vec<Holds> {
        match self {
            Type::Text { .. } | Type::Number { .. } => Vec::new(),
            Type::List { item, .. } => vec![*item],
            Type::Map { key, value } => vec![*key, *value],
            Type::Structure(members) => members.iter().map(|member| member.holds).collect(),
        }
    }
}

/// What is known of a string; nothing if that is nothing.
fn text(shape: &Value, (least, most): Bounds) -> Option<Type> {
    let words: Vec<String> = match shape.get("enum").and_then(Value::as_array) {
        Some(words) if words.len() <= WORDS => {
            words.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    if !words.is_empty() {
        let mut words = words;
        words.sort();
        return Some(Type::Text { length: (None, None), words, letters: None, start: String::new() });
    }
    let pattern = shape.get("pattern").and_then(Value::as_str).map(texts).unwrap_or_default();
    let length = (least.filter(|&least| least > 0), most);
    let is_plain = length == (None, None) && pattern.letters.is_none() && pattern.start.is_empty();
    (!is_plain).then_some(Type::Text { length, words, letters: pattern.letters, start: pattern.start })
}

fn kind(shape: &Value) -> Option<Kind> {
    let is = |key| shape.get(key).is_some_and(|it| it == true);
    if is("document") || is("eventstream") {
        return Some(Kind::Any);
    }
    Some(match shape.get("type")?.as_str()? {
        "string" | "character" => Kind::Text,
        "integer" | "long" | "float" | "double" => Kind::Number,
        "boolean" => Kind::Boolean,
        "list" => Kind::List,
        "map" | "structure" => Kind::Object,
        "blob" => Kind::Blob,
        "timestamp" => Kind::Timestamp,
        _ => return None,
    })
}
