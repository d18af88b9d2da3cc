//! The catalogue of cases: what AWS refuses is refused at its place, what it accepts is accepted.

mod checking;

use serde_json::Value;
use stack_core::finding::{Finding, Findings, Severity};
use stack_core::json::{Json, Node};
use stack_core::language::MachineType;
use std::collections::{BTreeMap, BTreeSet};

/// Cases that no rule shall find.
const LEFT_OUT: &[&str] = &[
    // The old names work as they always did, and almost half of the Maps in real workflows have them.
    "map-legacy-iterator",
    "map-legacy-parameters",
    // The history shows what is assigned, which may be all that it is for.
    "variable-never-read",
    // Executions take it; only the specification asks for the backslash.
    "intrinsic-unescaped-brace",
    // Others measured on AWS that only what is assigned on a path to the outer state counts.
    "assign-shadows-later-outer",
    "assign-shadows-outer-catch",
    // Executions were seen to take primitive `Parameters`, and machines with an empty `ItemBatcher` are deployed.
    "parameters-not-object",
    "itembatcher-no-limit",
];

/// Cases that the catalogue calls errors and we only warn of, because it is not recorded that AWS refuses them.
const ONLY_WARNED: &[&str] = &[
    // Only a test of an emulator that says nothing of a measurement.
    "resultwriter-resource-without-parameters",
    "resultwriter-writerconfig-partial",
    "resultwriter-arguments-in-jsonpath",
    // Only the editor's language service.
    "itemreader-csv-delimiter-value",
    "resultwriter-transformation-value",
    "resultwriter-outputtype-value",
    // No source at all.
    "top-timeout-too-large",
    "jsonata-arguments-type",
    "choice-timestamp-operand",
    "choice-timestamp-lowercase",
    "express-child-sync",
    // Only the documentation.
    "assign-name-too-long",
    "assign-shadows-outer-map",
    "assign-shadows-outer-parallel",
    // Only a validator.
    "itembatcher-bytes-too-large",
    // Only the specification.
    "task-heartbeat-not-below-timeout",
    "map-itemselector-and-parameters",
    "itemreader-maxitems-and-path",
    "itembatcher-maxitems-zero",
    "itembatcher-maxitems-and-path",
    "itembatcher-bytes-and-path",
    "template-duplicate-after-strip",
    // Only the documentation, which does not say what happens.
    "intrinsic-nesting-too-deep",
];

/// Cases whose finding rightly stands outside of the faulty node.
const ELSEWHERE: &[&str] = &[
    // What is missing is missing in all of `States`.
    "no-terminal-state",
    "no-terminal-state-nested",
    // The path to the end is lost where the cycle is entered, not where it closes.
    "no-path-to-terminal",
    // The task cannot wait there; that the Map is Express may be meant.
    "express-child-sync",
    // The token is read where there is none, and the integration without may be meant.
    "context-task-token-without-callback",
    // It is the integration that waits for a token that is never passed on.
    "callback-without-task-token",
    // The variable is missed where it is read, not where it could be assigned.
    "variable-assigned-on-other-path-only",
    // What cannot be where it stands is named, not the `Mode` that would allow it.
    "threshold-error-on-inline-map",
    "itemreader-inline",
    "itembatcher-inline",
    "resultwriter-inline",
    "tolerated-failure-inline",
    "label-inline",
];

/// Cases that are two faults.
const TWO_FAULTS: &[&str] = &["top-empty-object", "task-credentials-wrong-field"];

#[test]
fn every_case_is_found_or_left_out() {
    let Some(path) = checking::shared("reference/asl-rules.json") else { return };
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    let mut missed = BTreeSet::new();
    for case in &cases {
        let id = case["id"].as_str().unwrap();
        let kind = match case["machine_type"].as_str() {
            Some("EXPRESS") => MachineType::Express,
            _ => MachineType::Standard,
        };
        let valid = serde_json::to_string_pretty(&case["valid"]).unwrap();
        let lasting = checking::findings(&valid, kind);
        for finding in &lasting {
            if finding.severity != Severity::Warning {
                wrong.push(format!("{id}: the valid half has {}", finding.text()));
            }
        }
        let invalid = serde_json::to_string_pretty(&case["invalid"]).unwrap();
        let faulty = difference(&case["invalid"], &case["valid"]);
        let places = places(&invalid);
        let mut findings = checking::findings(&invalid, kind);
        // What the valid half has too is not the case's fault.
        findings.retain(|finding| lasting.iter().all(|it| it.text() != finding.text()));
        let place = |finding: &Finding| places.get(&finding.site.0).cloned().unwrap_or_default();
        let fitting = |finding: &&Finding| {
            let place = place(finding);
            let inside =
                place.strip_prefix(&faulty).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            let severe = match case["severity"].as_str() {
                Some("error") => finding.severity != Severity::Warning || ONLY_WARNED.contains(&id),
                _ => finding.severity != Severity::Error,
            };
            severe && (inside || ELSEWHERE.contains(&id))
        };
        let found: Vec<&Finding> = findings.iter().filter(fitting).collect();
        if found.is_empty() {
            missed.insert(id);
            if !LEFT_OUT.contains(&id) {
                let all: Vec<_> =
                    findings.iter().map(|it| format!("{} at {}", it.text(), place(it))).collect();
                wrong.push(format!("{id} ({}) at {faulty}: not found, but {all:?}", case["evidence"]));
            }
        } else {
            if LEFT_OUT.contains(&id) {
                wrong.push(format!("{id} is found: remove it from its list"));
            }
            let certain = found.iter().any(|finding| finding.severity != Severity::Warning);
            if ONLY_WARNED.contains(&id) && certain {
                wrong.push(format!("{id} is an error: remove it from ONLY_WARNED"));
            }
            if findings.len() != 1 + usize::from(TWO_FAULTS.contains(&id)) {
                let all: Vec<_> =
                    findings.iter().map(|it| format!("{} at {}", it.text(), place(it))).collect();
                wrong.push(format!("{id} has other findings too: {all:?}"));
            }
        }
    }
    let known: BTreeSet<&str> = cases.iter().filter_map(|case| case["id"].as_str()).collect();
    for id in LEFT_OUT
        .iter()
        .chain(ONLY_WARNED)
        .chain(ELSEWHERE)
        .chain(TWO_FAULTS)
        .filter(|id| !known.contains(**id))
    {
        wrong.push(format!("there is no case {id}"));
    }
    println!("{} of {} cases are found", cases.len() - missed.len(), cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The pointer to the innermost value that holds all differences.
fn difference(invalid: &Value, valid: &Value) -> String {
    let step = match (invalid, valid) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            let mut keys = a.keys().filter(|key| a[*key] != b[*key]);
            keys.next().filter(|_| keys.next().is_none()).map(|key| (key.clone(), &a[key], &b[key]))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut items = (0..a.len()).filter(|&i| a[i] != b[i]);
            items.next().filter(|_| items.next().is_none()).map(|i| (i.to_string(), &a[i], &b[i]))
        }
        _ => None,
    };
    match step {
        Some((key, a, b)) if a.is_object() == b.is_object() && a.is_array() == b.is_array() => {
            let scalar = !a.is_object() && !a.is_array();
            if scalar { format!("/{key}") } else { format!("/{key}{}", difference(a, b)) }
        }
        Some((key, ..)) => format!("/{key}"),
        None => String::new(),
    }
}

/// The pointers of all places of a text.
fn places(text: &str) -> BTreeMap<u32, String> {
    let mut places = BTreeMap::new();
    let out = Findings::new();
    let root = checking::read(text, &out);
    assert!(out.finish().is_empty());
    walk(&root, String::new(), &mut places);
    places
}

fn walk(node: &Node<'_>, pointer: String, places: &mut BTreeMap<u32, String>) {
    match &node.json {
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                walk(item, format!("{pointer}/{i}"), places);
            }
        }
        Json::Object(members) => {
            for member in members {
                let pointer = format!("{pointer}/{}", member.key.value);
                places.insert(member.key.site.0, pointer.clone());
                walk(&member.value, pointer, places);
            }
        }
        _ => {}
    }
    places.insert(node.site.0, pointer);
}
