//! Whatever the text, nothing panics.

mod checking;

use proptest::prelude::*;
use stack_core::finding::Findings;
use stack_core::finding::{Allow, Scope};
use stack_core::json::{At, Hole, Json, Site};
use stack_core::language::MachineType;

/// Every kind of state, both languages, nesting, and a fault or two.
const DEFINITION: &str = r#"{
  "Comment": "x", "QueryLanguage": "JSONPath", "Version": "1.0", "TimeoutSeconds": 60, "StartAt": "a",
  "States": {
    "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 5,
      "Retry": [{ "ErrorEquals": ["States.ALL"], "BackoffRate": 1.5 }],
      "Catch": [{ "ErrorEquals": ["State.ALL"], "Next": "b", "ResultPath": null }], "Next": "b" },
    "b": { "Type": "Choice", "Choices": [
      { "Variable": "$.x", "TimestampEquals": "2030-01-31T00:00:00Z", "Next": "c" },
      { "And": [{ "Not": { "Variable": "$.y", "IsPresent": true } }], "Next": "w" }], "Default": "d" },
    "c": { "Type": "Map", "QueryLanguage": "JSONata", "Items": "{% [1] %}", "Label": "l",
      "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN" } },
      "ItemBatcher": { "MaxItemsPerBatch": 5 }, "ResultWriter": { "WriterConfig": { "Transformation": "NONE", "OutputType": "JSON" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "i",
        "States": { "i": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "v": "\u00e4\n" }, "End": true } } }, "Next": "d" },
    "d": { "Type": "Parallel", "Branches": [{ "StartAt": "e", "States": { "e": { "Type": "Fail", "Error": "E", "CausePath": "$.c" } } }], "Next": "s" },
    "w": { "Type": "Wait", "Timestamp": "2024-02-29T00:00:00.5+01:00", "Next": "s" },
    "s": { "Type": "Succeed" }
  }
}"#;

/// A hole of each kind at every byte where something in the text may stand for one.
fn holes(text: &str) -> Vec<(u32, Json<'static>)> {
    let marks = text.match_indices("null").chain(text.match_indices("\"\""));
    let mut holes: Vec<_> = marks.map(|(at, _)| at as u32).map(|at| (at, hole(at))).collect();
    holes.sort_by_key(|(at, _)| *at);
    holes
}

fn hole(number: u32) -> Json<'static> {
    match number % 4 {
        0 => Json::Hole(Hole::Reference(number)),
        1 => Json::Hole(Hole::Integration("batch:submitJob.sync".into())),
        2 => Json::Hole(Hole::Expression(number)),
        _ => Json::Broken,
    }
}

fn check(text: &str) {
    check_with(text, &[]);
    check_with(text, &holes(text));
}

fn check_with(text: &str, holes: &[(u32, Json<'static>)]) {
    for kind in [MachineType::Standard, MachineType::Express] {
        let out = Findings::new();
        let root = stack_core::read(text, holes, &out);
        let rule = At { value: "no-path-to-end", site: Site(0) };
        let state = At { value: "a", site: Site(0) };
        let allows = [Allow { rule, scope: Scope::Machine }, Allow { rule, scope: Scope::State(state) }];
        let checked = stack_core::check(&root, kind, &allows, out);
        for finding in &checked.findings {
            let (line, column) = stack_core::finding::line_col(text, finding.site.0 as usize);
            assert!(line > 0 && column > 0);
            assert!(
                stack_core::finding::excerpt(text, stack_core::json::range(text, finding.site)).contains('^')
            );
        }
        stack_core::json::write::pretty(&root, &mut |_, text| text.push('0'));
    }
}

/// A piece that means something somewhere.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "null",
            "true",
            "-1",
            "1.5",
            "1e999",
            "\"\"",
            "\"$.a\"",
            "[]",
            "{}",
            "[{}]",
            "@0",
            "[null,null]",
            "{\"\":null}",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\ud800",
            "\"{% $x %}\"",
            "\u{feff}",
            "ä",
            "\t",
            "\"a\"",
            "\"States.\"",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text: String, site: u32) {
        check(&text);
        stack_core::finding::line_col(&text, site as usize);
        stack_core::finding::excerpt(&text, stack_core::json::range(&text, Site(site)));
    }

    #[test]
    fn any_table_of_holes(length in 0..DEFINITION.len(), mut places in prop::collection::vec(0..2000u32, 0..4)) {
        places.extend(holes(DEFINITION).iter().map(|(at, _)| at));
        let holes: Vec<_> = places.iter().map(|&at| (at, hole(at))).collect();
        check_with(&DEFINITION[..length], &holes);
    }

    #[test]
    fn text_like_json(text in "[\\[\\]{}:,\"\\\\/@ \n\tabeEfnrtu0-9.+-]{0,60}") {
        check(&text);
    }

    #[test]
    fn a_definition_with_a_piece_replaced(start in 0..DEFINITION.len(), length in 0..40usize, piece in piece()) {
        let end = (start + length).min(DEFINITION.len());
        if DEFINITION.is_char_boundary(start) && DEFINITION.is_char_boundary(end) {
            check(&format!("{}{piece}{}", &DEFINITION[..start], &DEFINITION[end..]));
        }
    }

    #[test]
    fn a_definition_with_a_value_replaced(number in 0..200usize, piece in piece()) {
        let starts: Vec<usize> = DEFINITION.match_indices(": ").map(|(at, _)| at + 2).collect();
        let start = starts[number % starts.len()];
        let rest = &DEFINITION[start..];
        let end = start + rest.find([',', '\n']).unwrap_or(rest.len());
        check(&format!("{}{piece}{}", &DEFINITION[..start], &DEFINITION[end..]));
    }
}

#[test]
fn every_prefix_of_a_definition_has_no_fault_but_its_end() {
    for end in 0..DEFINITION.len() {
        let text = &DEFINITION[..end];
        check(text);
        let findings = checking::findings(text, MachineType::Standard);
        let (faults, others): (Vec<_>, Vec<_>) =
            findings.iter().partition(|finding| finding.rule.id == "json-syntax");
        assert_eq!(faults.len(), 1, "{text}");
        let whole = checking::findings(DEFINITION, MachineType::Standard);
        for other in others {
            let known = whole.iter().any(|it| it.rule.id == other.rule.id && it.site == other.site);
            assert!(known, "{} follows from the missing end of\n{text}", other.text());
        }
    }
}
