//! Small inputs that were rewritten from public reports, beside the checkout: what is right is known of each.

mod program;

use program::program;
use std::path::Path;

/// Those that are about the data that flows through a machine, of which the check knows nothing.
const DATA_FLOW: &str = "dataflow";

/// Those that are for other programs, or for the eye.
const OTHERS: [&str; 2] = ["114", "116"];

#[test]
fn each_report_is_answered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/reports");
    let Ok(index) = std::fs::read_to_string(folder.join("index.json")) else {
        eprintln!("the reports were not run: they are not beside this checkout");
        return;
    };
    let index: serde_json::Value = serde_json::from_str(&index).expect("an index");
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in index.as_array().expect("a list of reports") {
        let word = |key: &str| case[key].as_str().unwrap_or_default();
        let (file, expected) = (word("file"), word("expected"));
        let is_of = |numbers: &[&str]| file.split('-').next().is_some_and(|number| numbers.contains(&number));
        let is_other = is_of(&OTHERS) || file.ends_with(".rs");
        if is_other || word("kind") == DATA_FLOW || expected == "see" {
            continue;
        }
        count += 1;
        let path = folder.join(file);
        let kind = if word("type").is_empty() { "standard".into() } else { word("type").to_lowercase() };
        let arguments = ["stack", "check", "--format", "jsonl", "--type", &kind, &path.display().to_string()];
        let outcome = program(&arguments, b"");
        let found: usize = program::objects(&outcome.out)
            .iter()
            .filter_map(|object| object["diagnostics"].as_array().map(Vec::len))
            .sum();
        let is_refused = outcome.code != Some(0);
        let is_right = match expected {
            "error" => is_refused,
            "finding" => found > 0,
            _ => !is_refused,
        };
        if !is_right {
            wrong.push(format!("{file} should be {expected}: {}", word("right")));
        }
    }
    assert!(count > 50, "{count} reports");
    assert!(wrong.is_empty(), "{} of {count} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
