//! One fault in a right workflow is one finding: of that rule, at that place.
//!
//! Each kind of fault is put at every place of the project's workflows where it can be: a misspelt target at every
//! `Next`, a missing field at every field that is required. What others know to be refused is in `catalogue.rs`.

mod checking;

use serde_json::{Map, Value};
use stack_core::finding::Findings;
use stack_core::json::{Json, Node};
use stack_core::language::spec::{Field, Shape, Spec};
use stack_core::language::states::container;
use stack_core::language::{MachineType, QueryLanguage, StateKind};
use stack_core::services;
use std::collections::{BTreeMap, BTreeSet};

/// A fault at a place of a definition.
struct Fault {
    /// The pointer of the object or array that is changed.
    holder: String,
    /// The member or item in it.
    key: String,
    change: Change,
    rule: &'static str,
    /// The pointer of the place that is found.
    at: String,
}

enum Change {
    /// The value becomes this one; a member is added if it is not there.
    Value(Value),
    /// The member is called that.
    Name(String),
    /// The member goes.
    Nothing,
}

fn pointer(holder: &str, key: &str) -> String {
    format!("{holder}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The rule that reports a value that is wrong for a field: AWS may not be known to refuse it.
fn rule(rule: &'static str, field: &Field) -> &'static str {
    match (field.confirmed, field.fails) {
        (true, _) => rule,
        (false, true) => "certain-failure",
        (false, false) => "probably-refused",
    }
}

/// What else may be found with a fault, because it holds as well: the rule of the fault, and the other one.
const CONSEQUENCES: &[(&str, &str)] = &[
    // A `Default`, `Catch` or `ResultPath` is not there while it is misspelt.
    ("unknown-field", "unreachable-state"),
    ("unknown-field", "no-path-to-end"),
    ("unknown-field", "unknown-result-member"),
    // Nor is one of several parameters of which one is needed, or the group of a message for a FIFO queue.
    ("unknown-parameter", "probably-refused"),
    ("unknown-parameter", "malformed-parameter"),
    // The parameter handed on the token.
    ("missing-parameter", "unused-task-token"),
    ("out-of-range", "heartbeat-not-below-timeout"),
];

/// All faults that can be put into a definition.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, rule: &'static str, holder: &str, key: &str, change: Change) {
        let at = match &change {
            Change::Name(name) => pointer(holder, name),
            Change::Value(_) => pointer(holder, key),
            Change::Nothing => holder.to_owned(),
        };
        self.0.push(Fault { holder: holder.to_owned(), key: key.to_owned(), change, rule, at });
    }

    fn value(&mut self, rule: &'static str, holder: &str, key: &str, value: impl Into<Value>) {
        self.add(rule, holder, key, Change::Value(value.into()));
    }

    /// The faults of an object of a table.
    fn object(&mut self, value: &Value, spec: &'static Spec, outer: QueryLanguage, at: &str) {
        let members = value.as_object().expect("an object");
        let language = match members.get("QueryLanguage").and_then(Value::as_str) {
            Some("JSONata") => QueryLanguage::Jsonata,
            Some(_) => QueryLanguage::JsonPath,
            None => outer,
        };
        let inner = if std::ptr::eq(spec, &container::MACHINE) { language } else { outer };
        for (name, value) in members {
            let field = spec.field(name).expect("a known field");
            let last = &name[name.len() - 1..];
            // Without it, the whole state is in another language.
            if spec.closed && name != "QueryLanguage" {
                self.add("unknown-field", at, name, Change::Name(format!("{name}{last}")));
            }
            if field.required {
                self.add(rule("missing-field", field), at, name, Change::Nothing);
            }
            self.field(value, field, language, at);
            let below = pointer(at, name);
            match field.shape {
                Shape::Object(spec) => {
                    let outer = if spec.field("StartAt").is_some() { outer } else { language };
                    self.object(value, spec, outer, &below);
                }
                Shape::List(spec) | Shape::PossiblyEmptyList(spec) => {
                    let outer = if spec.field("StartAt").is_some() { outer } else { language };
                    for (i, item) in value.as_array().expect("an array").iter().enumerate() {
                        self.object(item, spec, outer, &format!("{below}/{i}"));
                    }
                }
                Shape::States => {
                    for (name, state) in value.as_object().expect("states") {
                        let kind = state["Type"].as_str().and_then(StateKind::from_name).expect("a type");
                        self.object(state, kind.spec(), inner, &pointer(&below, name));
                    }
                }
                _ => {}
            }
        }
        if members.contains_key("Resource") {
            self.resource(members, language, at);
        }
        if members.contains_key("Next") && spec.field("End").is_some() {
            self.value("conflicting-fields", at, "End", true);
            // The second of the two is found.
            self.0.last_mut().expect("a fault").at = pointer(at, "Next");
        }
    }

    /// The faults of one field's value.
    fn field(&mut self, value: &Value, field: &Field, language: QueryLanguage, at: &str) {
        let name = field.name;
        let text = value.as_str();
        match (field.shape, text) {
            (Shape::StateName, Some(text)) => self.value("unknown-target", at, name, format!("{text}!!")),
            (Shape::Word(_), Some(text)) => {
                let of_type = if name == "Type" { "unknown-state-type" } else { "unknown-word" };
                self.value(rule(of_type, field), at, name, format!("{text}?"));
            }
            (Shape::Integer(least, _), _) if value.is_number() => {
                // What is negative is refused for certain.
                let of_range = if least > 0 { rule("out-of-range", field) } else { "out-of-range" };
                self.value(of_range, at, name, least - 1);
            }
            (Shape::Timestamp, Some(text)) if !text.starts_with("{%") => {
                self.value(rule("malformed-timestamp", field), at, name, text.replacen("T", "t", 1));
            }
            (Shape::Path | Shape::ReferencePath | Shape::PathOrIntrinsic, Some(text)) => {
                self.path(text, at, name);
                self.value("not-a-path", at, name, text.trim_start_matches('$').trim_start_matches("States"));
                if matches!(field.shape, Shape::ReferencePath) {
                    self.value("not-a-reference-path", at, name, format!("{text}[*]"));
                }
            }
            (Shape::ErrorNames, _) => {
                let below = pointer(at, name);
                for (i, error) in value.as_array().expect("names").iter().enumerate() {
                    let error = error.as_str().expect("a name");
                    let i = i.to_string();
                    let Some(rest) = error.strip_prefix("States.") else { continue };
                    // Which numbers a server answers with is not ours to say.
                    if !rest.starts_with("Http.") {
                        self.value("misspelt-reserved-error", &below, &i, format!("State.{rest}"));
                        self.value("unknown-reserved-error", &below, &i, format!("States.{rest}x"));
                    }
                }
            }
            (Shape::Template | Shape::Payload | Shape::Items, _) => self.template(value, language, at, name),
            (_, Some(text)) => self.expression(text, language, at, name),
            _ => {}
        }
        if !matches!(field.shape, Shape::Template | Shape::Payload | Shape::Items)
            && let Some(text) = text.filter(|_| !matches!(field.shape, Shape::Text))
        {
            self.expression(text, language, at, name);
        }
    }

    /// The faults of paths and expressions anywhere in a value.
    fn template(&mut self, value: &Value, language: QueryLanguage, holder: &str, key: &str) {
        let below = pointer(holder, key);
        match value {
            Value::String(text) if language == QueryLanguage::Jsonata => {
                self.expression(text, language, holder, key);
            }
            Value::String(text) if key.ends_with(".$") => self.path(text, holder, key),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.template(item, language, &below, &i.to_string());
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    self.template(value, language, &below, name);
                }
            }
            _ => {}
        }
    }

    /// The faults of a path or an intrinsic function.
    fn path(&mut self, text: &str, holder: &str, key: &str) {
        if let Some(rest) = text.strip_prefix("States.") {
            self.value("malformed-intrinsic", holder, key, &text[..text.len() - 1]);
            self.value("unknown-intrinsic", holder, key, format!("States.x{rest}"));
        } else {
            self.value("malformed-path", holder, key, format!("{text}["));
        }
    }

    /// The faults of an expression.
    fn expression(&mut self, text: &str, language: QueryLanguage, holder: &str, key: &str) {
        let Some(inner) = text.strip_prefix("{%").and_then(|rest| rest.strip_suffix("%}")) else { return };
        assert_eq!(language, QueryLanguage::Jsonata, "{holder}/{key}");
        self.value("malformed-expression", holder, key, format!("{{% [{inner} %}}"));
        self.value("unclosed-expression", holder, key, format!("{{%{inner}"));
        self.value("unknown-function", holder, key, format!("{{%{inner} ~> $never() %}}"));
        self.value("unassigned-variable", holder, key, format!("{{% [$never, {inner}][1] %}}"));
        self.value("unknown-states-member", holder, key, format!("{{% [$states.never, {inner}][1] %}}"));
    }

    /// The faults of an integration and its parameters.
    fn resource(&mut self, members: &Map<String, Value>, language: QueryLanguage, at: &str) {
        let arn = members["Resource"].as_str().expect("an ARN");
        let Some(integration) = services::of_arn(arn) else { return };
        let (name, suffix) = services::split(integration);
        let Some(action) = services::action(name) else { return };
        let known = name.split_once(':').expect("a service").1;
        self.value("unknown-integration", at, "Resource", arn.replace(known, &format!("{known}x")));
        if suffix.is_empty() && !services::may_have(name, services::Pattern::Sync2) {
            self.value("unsupported-pattern", at, "Resource", format!("{arn}.sync:2"));
        }
        let holder = if language == QueryLanguage::JsonPath { "Parameters" } else { "Arguments" };
        let Some(given) = members.get(holder).and_then(Value::as_object) else { return };
        let at = pointer(at, holder);
        for name in given.keys() {
            let plain = name.trim_end_matches(".$");
            let parameter = action.parameters.iter().find(|it| it.name == plain).expect("a parameter");
            // A required one that is misspelt is missing, too.
            if parameter.required {
                self.add("missing-parameter", &at, name, Change::Nothing);
            } else {
                let misspelt = name.replacen(plain, &format!("{plain}Never"), 1);
                self.add("unknown-parameter", &at, name, Change::Name(misspelt));
            }
        }
    }
}

/// The definition with the fault.
fn with(definition: &Value, fault: &Fault) -> Value {
    let mut changed = definition.clone();
    match changed.pointer_mut(&fault.holder).expect("a holder") {
        Value::Array(items) => {
            let Change::Value(value) = &fault.change else { panic!("items have no names") };
            items[fault.key.parse::<usize>().expect("an index")] = value.clone();
        }
        Value::Object(members) => match &fault.change {
            Change::Value(value) => drop(members.insert(fault.key.clone(), value.clone())),
            Change::Nothing => drop(members.remove(&fault.key)),
            Change::Name(name) => {
                let value = members.remove(&fault.key).expect("a member");
                members.insert(name.clone(), value);
            }
        },
        _ => panic!("nothing can be changed in {}", fault.holder),
    }
    changed
}

/// The pointers of all places of a text.
fn places(text: &str) -> BTreeMap<u32, String> {
    let out = Findings::new();
    let mut places = BTreeMap::new();
    walk(&checking::read(text, &out), String::new(), &mut places);
    places
}

fn walk(node: &Node<'_>, at: String, places: &mut BTreeMap<u32, String>) {
    match &node.json {
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                walk(item, format!("{at}/{i}"), places);
            }
        }
        Json::Object(members) => {
            for member in members {
                let at = pointer(&at, &member.key.value);
                places.insert(member.key.site.0, at.clone());
                walk(&member.value, at, places);
            }
        }
        _ => {}
    }
    places.insert(node.site.0, at);
}

#[test]
fn every_fault_is_one_finding_of_its_rule_at_its_place() {
    let mut wrong = Vec::new();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    let mut followed: BTreeSet<&(&str, &str)> = BTreeSet::new();
    for (file, text) in checking::own_workflows() {
        let definition: Value = serde_json::from_str(&text).unwrap();
        let mut faults = Faults::default();
        faults.object(&definition, &container::MACHINE, QueryLanguage::JsonPath, "");
        // The same fault of the same field twice in a file is enough.
        let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for fault in &faults.0 {
            let times = times.entry((fault.rule, &fault.key)).or_default();
            *times += 1;
            if *times > 2 {
                continue;
            }
            *tried.entry(fault.rule).or_default() += 1;
            let text = serde_json::to_string_pretty(&with(&definition, fault)).unwrap();
            let places = places(&text);
            let found: Vec<String> = checking::findings(&text, MachineType::Standard)
                .iter()
                .map(|finding| {
                    let place = places.get(&finding.site.0).map_or("nowhere", String::as_str);
                    format!("{} at {place}: {}", finding.rule.id, finding.message)
                })
                .collect();
            let expected = format!("{} at {}: ", fault.rule, fault.at);
            let mut follows = |text: &str| {
                let other = text.split(' ').next().unwrap_or_default();
                let follows = CONSEQUENCES.iter().find(|pair| **pair == (fault.rule, other));
                followed.extend(follows);
                follows.is_some()
            };
            let right = found.iter().filter(|text| text.starts_with(&expected)).count() == 1;
            if !right || !found.iter().all(|text| text.starts_with(&expected) || follows(text)) {
                wrong.push(format!(
                    "{file} {}/{}: expected {expected}\n    found {found:?}",
                    fault.holder, fault.key
                ));
            }
        }
    }
    println!("{tried:?}");
    let never = CONSEQUENCES.iter().find(|pair| !followed.contains(*pair));
    assert!(never.is_none(), "{never:?} never comes: strike it");
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), tried.values().sum::<usize>(), wrong.join("\n"));
}
