//! Each example prints exactly its golden template, twice the same. `UPDATE_EXPECT=1` writes them.

use std::process::Command;

fn example(name: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", name])
        .current_dir(stack_tests::root())
        .output()
        .unwrap_or_else(|error| panic!("cargo run --example {name}: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn eshop() {
    let template = example("eshop");
    expect_test::expect_file!["templates/eshop.json"].assert_eq(&template);
    assert_eq!(template, example("eshop"), "two runs differ");
}

#[test]
fn report() {
    let template = example("report");
    expect_test::expect_file!["templates/report.json"].assert_eq(&template);
    let value: serde_json::Value = serde_json::from_str(&template).expect("the template is JSON");
    let resources = &value["Resources"];
    let definition = &resources["ReportProcessStateMachine"]["Properties"]["Definition"]["States"];
    assert_eq!(definition["generate"]["Parameters"]["JobDefinition"]["Ref"], "GenerateReportJobDefinition");
    assert_eq!(definition["generate"]["Parameters"]["JobQueue"]["Ref"], "SharedBatchOnDemandJobQueue");
    assert_eq!(definition["upload"]["Retry"][0]["ErrorEquals"][0], "States.ALL");
    // A role without `*` where the function is known.
    let role = resources["ReportProcessRole"].to_string();
    assert!(role.contains("lambda:InvokeFunction"), "{role}");
    let statements =
        resources["ReportProcessRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
            .as_array()
            .expect("statements");
    for statement in statements {
        if statement["Action"].to_string().contains("lambda:InvokeFunction") {
            assert!(!statement["Resource"].to_string().contains("\"*\""), "{statement}");
        }
    }
}
