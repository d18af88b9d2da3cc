//! The whole checker on any text: findings are in the text, the same each time, and layout changes nothing.
#![no_main]

mod invariants;

use libfuzzer_sys::fuzz_target;
use stack_core::finding::{Findings, excerpt, line_col};
use stack_core::json::{self, write};

fuzz_target!(|text: &str| {
    let out = Findings::new();
    let root = stack_core::read(text, &[], &out);
    let faults = out.finish();
    let findings = invariants::check(&root, &faults);
    for finding in &findings {
        let range = json::range(text, finding.site);
        assert!(range.start <= text.len() && text.get(range.clone()).is_some(), "{finding:?}");
        let (line, column) = line_col(text, range.start);
        assert!(line > 0 && column > 0 && excerpt(text, range).ends_with('^'), "{finding:?}");
    }
    if faults.is_empty() {
        let pretty = write::pretty(&root, &mut |_, _| {});
        let out = Findings::new();
        let again = invariants::check(&stack_core::read(&pretty, &[], &out), &[]);
        assert!(invariants::texts(&findings).eq(invariants::texts(&again)), "{findings:#?}\n{again:#?}");
    }
});
