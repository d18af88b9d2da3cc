//! The JSON reader: it takes what serde_json takes, places are in the text, and what is written reads the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stack_core::finding::Findings;
use stack_core::json::Site;
use stack_core::json::write;
use stack_core::json::{Json, Node};

fuzz_target!(|text: &str| {
    let out = Findings::new();
    let node = stack_core::read(text, &[], &out);
    let findings = out.finish();
    assert!(findings.len() <= 20, "a text with many faults is no JSON: {findings:?}");
    for finding in &findings {
        assert!(place(text, finding.site) <= text.len());
    }
    let mut last = 0;
    in_order(text, &node, &mut last);

    let serde = serde_json::from_str::<serde_json::Value>(text.strip_prefix('\u{feff}').unwrap_or(text));
    match (findings.first(), &serde) {
        (None, Ok(_)) | (Some(_), Err(_)) => {}
        // Numbers of a size that it cannot hold, and deeper nesting than it wants, are its own affair.
        (None, Err(error)) => {
            let own = error.to_string();
            assert!(own.contains("out of range") || own.contains("recursion limit"), "{own}");
        }
        (Some(finding), Ok(_)) => assert_eq!(finding.rule.id, "too-deep", "{}", finding.message),
    }
    if findings.is_empty() {
        for written in [write::compact(&node, &mut |_, _| {}), write::pretty(&node, &mut |_, _| {})] {
            let out = Findings::new();
            assert_eq!(stack_core::read(&written, &[], &out), node);
            assert!(out.finish().is_empty());
        }
    }
});

/// The byte that a site stands for; it is where a character starts.
fn place(text: &str, site: Site) -> usize {
    let at = site.0 as usize;
    assert!(text.is_char_boundary(at), "{at} is in no character's first byte");
    at
}

/// Sites grow in reading order, and stand for bytes where such a thing may start.
fn in_order(text: &str, node: &Node<'_>, last: &mut usize) {
    let mut next = |site| {
        let at = place(text, site);
        assert!(*last <= at, "{at} comes before {last}");
        *last = at;
        text[at..].chars().next()
    };
    let first = next(node.site);
    match &node.json {
        Json::String(_) => assert_eq!(first, Some('"')),
        Json::Array(items) => {
            assert_eq!(first, Some('['));
            items.iter().for_each(|item| in_order(text, item, last));
        }
        Json::Object(members) => {
            assert_eq!(first, Some('{'));
            for member in members {
                let at = place(text, member.key.site);
                assert!(*last <= at);
                *last = at;
                in_order(text, &member.value, last);
            }
        }
        _ => {}
    }
}
