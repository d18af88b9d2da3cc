//! The whole checker on any text: findings are in the text, the same each time, and layout changes nothing.
#![no_main]

mod invariants;

use libfuzzer_sys::fuzz_target;
use stack_core::finding::Findings;
use stack_core::json::write;

fuzz_target!(|text: &str| {
    let out = Findings::new();
    let root = read::json(text, &|_| None, &out);
    let faults = out.finish();
    let findings = invariants::check(&root, &faults);
    for finding in &findings {
        let range = read::range(text, finding.site);
        assert!(range.start <= text.len() && text.get(range.clone()).is_some(), "{finding:?}");
        let (line, column) = read::line_col(text, range.start);
        assert!(line > 0 && column > 0 && read::excerpt(text, range).ends_with('^'), "{finding:?}");
    }
    if faults.is_empty() {
        let pretty = write::pretty(&root, &mut |_, _| {});
        let out = Findings::new();
        let again = invariants::check(&read::json(&pretty, &|_| None, &out), &[]);
        assert!(invariants::texts(&findings).eq(invariants::texts(&again)), "{findings:#?}\n{again:#?}");
    }
});
