//! Definitions in YAML: every site has its bytes, and the value reads the same as JSON.
#![no_main]

mod invariants;

use libfuzzer_sys::fuzz_target;
use stack_core::finding::Findings;
use stack_core::json::Site;
use stack_core::json::write;

fuzz_target!(|text: &str| {
    let tag = |name: &str| if name == "Sub" { Ok("Fn::Sub".to_owned()) } else { Err("leave it out") };
    let out = Findings::new();
    let (root, table) = stack_yaml::read(text, &tag, &out);
    let faults = out.finish();
    for range in &table {
        assert!(text.get(range.clone()).is_some(), "{range:?}");
    }
    for finding in invariants::check(&root, &faults) {
        assert!(finding.site == Site::NONE || table.get(finding.site.0 as usize).is_some(), "{finding:?}");
    }
    if faults.is_empty() {
        let written = write::compact(&root, &mut |_, _| {});
        let out = Findings::new();
        assert_eq!(stack_core::read(&written, &[], &out), root);
        assert!(out.finish().is_empty(), "{written}");
    }
});
