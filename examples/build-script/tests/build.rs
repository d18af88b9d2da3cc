//! The build script writes the template, and a second build has nothing to do.

use stack::Stack;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

#[path = "../workflow.rs"]
mod workflow;

#[test]
fn the_template_is_the_stacks_own() {
    let template = workflow::Greetings::template().expect("a template").to_json();
    assert_eq!(build_script_example::TEMPLATE, template);
}

#[test]
fn a_second_build_has_nothing_to_do_and_a_removed_template_comes_back() {
    let first = build();
    assert_eq!(fs::read_to_string(&first.template).expect("the template"), build_script_example::TEMPLATE);
    let second = build();
    assert!(second.fresh, "the second build was not fresh");
    assert_eq!(second.modified, first.modified, "the second build wrote the template again");

    fs::remove_file(&first.template).expect("a template to remove");
    let third = build();
    assert!(!third.fresh);
    assert_eq!(fs::read_to_string(&third.template).expect("the template"), build_script_example::TEMPLATE);
    assert!(build().fresh, "a build after the template came back was not fresh");
}

struct Build {
    template: PathBuf,
    modified: SystemTime,
    /// Whether cargo had nothing to compile for this crate.
    fresh: bool,
}

/// Builds this crate as `cargo build` does, and reads what cargo says of it.
fn build() -> Build {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--message-format=json", "--target-dir"])
        .arg(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("build-script"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("messages in UTF-8");
    let messages: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("a message in JSON")).collect();
    let of = |reason: &str, kind: Option<&str>| {
        let found = messages.iter().find(|message| {
            message["reason"] == reason
                && message["package_id"].as_str().is_some_and(|id| id.contains("build-script"))
                && kind.is_none_or(|kind| message["target"]["kind"][0] == kind)
        });
        found.unwrap_or_else(|| panic!("no {reason} in {text}"))
    };
    let folder = of("build-script-executed", None)["out_dir"].as_str().expect("a folder");
    let template = PathBuf::from(folder).join("template.json");
    let modified = fs::metadata(&template).and_then(|file| file.modified()).expect("a template with a time");
    Build { template, modified, fresh: of("compiler-artifact", Some("lib"))["fresh"] == true }
}
