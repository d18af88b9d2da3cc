//! Files that are no definitions: a diagnostic each, never a crash, never much time or memory.

mod program;

use program::{codes, objects, stack, stack_with};

/// The codes of what is found in a text on the standard input.
fn codes_of(text: &[u8]) -> Vec<String> {
    let outcome = stack_with(&["check", "--stdin", "--format", "jsonl"], text);
    assert_eq!(outcome.err, "");
    codes(&objects(&outcome.out)[0])
}

/// The codes of what is shown, and how many errors are not.
fn many(text: &[u8]) -> (Vec<String>, usize) {
    let outcome = stack_with(&["check", "--stdin", "--format", "jsonl"], text);
    let object = objects(&outcome.out).remove(0);
    let left_out = object["left_out"]["errors"].as_u64().expect("some are left out");
    (codes(&object), usize::try_from(left_out).expect("a number"))
}

#[test]
fn a_definition_cut_off_at_any_byte_has_a_finding() {
    let text =
        br#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": [1, "\u00e4"], "End": true } } }"#;
    for length in 1..text.len() {
        assert!(!codes_of(&text[..length]).is_empty(), "{length}");
    }
    assert!(codes_of(text).is_empty());
}

#[test]
fn input_that_is_empty_blank_or_no_text_is_reported() {
    assert_eq!(codes_of(b""), ["json-syntax"]);
    assert_eq!(codes_of(b" \n\n"), ["json-syntax"]);
    assert_eq!(codes_of(b"{ \"Comment\": \"caf\xe9\" }"), ["not-utf-8"]);
    assert_eq!(codes_of(&[0xff, 0xfe, b'{', 0]), ["not-utf-8"]);
    let outcome = stack_with(&["check", "--stdin", "--format", "jsonl"], b"{\n \"\xc3\xa4\": \"caf\xe9\" }");
    let place = &objects(&outcome.out)[0]["diagnostics"][0];
    assert_eq!((&place["line"], &place["col"]), (&2.into(), &11.into()));
    assert_eq!(codes_of(&[0; 100])[0], "yaml-syntax");
    assert!(codes_of(b"{ \"Seconds\": @0 }").contains(&"json-syntax".to_owned()));
}

#[test]
fn nesting_without_end_is_too_deep() {
    for open in ["[", "{\"a\":"] {
        assert!(codes_of(open.repeat(300_000).as_bytes()).contains(&"too-deep".to_owned()), "{open}");
    }
}

#[test]
fn huge_files_are_not_read_to_their_end() {
    assert_eq!(codes_of(&vec![b' '; 100 << 20]), ["too-large"]);
    // Characters count, and blanks between tokens do not.
    let definition = |comment: &str| {
        format!(r#"{{"StartAt":"a","Comment":"{comment}","States":{{"a":{{"Type":"Succeed"}}}}}}"#)
    };
    let most = 1_048_576 - definition("").len();
    assert_eq!(codes_of(format!("  {}  ", definition(&"ä".repeat(most))).as_bytes()), [""; 0]);
    assert_eq!(codes_of(definition(&"x".repeat(most + 1)).as_bytes()), ["too-large"]);
    assert_eq!(codes_of("[0,".repeat((2 << 20) / 3 + 1).as_bytes()), ["too-large"]);
}

#[test]
fn a_repeated_key_is_reported_once() {
    let text = br#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": { "x": 1, "x": 2 }, "End": true } } }"#;
    assert_eq!(codes_of(text), ["duplicate-key"]);
}

#[test]
fn folders_and_missing_files_are_unreadable_and_the_rest_is_checked() {
    let outcome = stack(&["check", "--format", "jsonl", ".", "nowhere", "good.asl.json"]);
    assert_eq!(outcome.code, Some(2));
    let objects = objects(&outcome.out);
    assert_eq!(codes(&objects[0]), ["unreadable-file"]);
    assert_eq!(codes(&objects[1]), ["unreadable-file"]);
    assert_eq!(objects[2]["ok"], true);
}

#[test]
fn templates_of_many_machines_take_linear_time() {
    let machine = |number: usize, property: &str| {
        format!(" r{number}: {{Type: AWS::StepFunctions::StateMachine, Properties: {{{property}}}}}\n")
    };
    let texts: String = (0..10_000).map(|number| machine(number, "DefinitionString: '{'")).collect();
    let start = std::time::Instant::now();
    let (found, left_out) = many(format!("Resources:\n{texts}").as_bytes());
    assert!(found.iter().all(|code| *code == "json-syntax"), "{found:?}");
    assert_eq!(found.len() + left_out, 10_000);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn many_faults_in_one_string_take_linear_time() {
    let words: Vec<String> = (0..50_000).map(|number| format!("x{number}")).collect();
    let text = format!(
        r#"{{"StartAt":"a","States":{{"a":{{"Type":"Pass","QueryLanguage":"JSONata","Output":"{{% {} %}}","End":true}}}}}}"#,
        words.join("+")
    );
    let start = std::time::Instant::now();
    let (found, left_out) = many(text.as_bytes());
    assert!(found.iter().all(|code| *code == "unsupported-reference"), "{found:?}");
    assert_eq!(found.len() + left_out, 50_000);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_placeholder_behind_many_paths_takes_linear_time() {
    let states: String = (0..10_000)
        .map(|number| format!(r#""s{number}":{{"Type":"Pass","InputPath":"$.a","Next":"s{}"}},"#, number + 1))
        .collect();
    let text = format!(
        r#"{{"StartAt":"s0","States":{{{states}"s10000":{{"Type":"Task","Resource":"${{Arn}}","End":true}}}}}}"#
    );
    let start = std::time::Instant::now();
    assert_eq!(codes_of(text.as_bytes()), [""; 0]);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
