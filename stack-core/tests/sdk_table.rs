//! The table of the AWS SDK says what another reader of botocore's models found.

mod checking;

use serde_json::Value;
use stack_core::services::sdk;

#[test]
fn the_table_agrees_with_the_reference() {
    let Some(path) = checking::shared("reference/sdk-table.json") else { return };
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let services = reference.as_object().unwrap();
    assert_eq!(sdk::table().services().count(), services.len());
    let mut actions = 0;
    for (name, service) in services {
        let ours = sdk::service(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(ours.exception_prefix, service["exceptionPrefix"]);
        assert!(ours.iam_prefix.is_none_or(|prefix| prefix == service["iamPrefix"]), "{name}");
        for (action, expected) in service["actions"].as_object().unwrap() {
            let Some(found) = ours.action(action) else {
                assert!(sdk::is_unsupported(&format!("{name}:{action}")), "{name}:{action}");
                continue;
            };
            let list = |key: &str| {
                let mut names: Vec<_> = expected[key].as_array().unwrap().iter().map(text).collect();
                names.sort_unstable();
                names
            };
            let mut members: Vec<_> = found.parameters().map(|it| it.name.to_string()).collect();
            members.sort_unstable();
            assert_eq!(members, list("members"), "{name}:{action}");
            let mut required: Vec<_> =
                found.parameters().filter(|it| it.required).map(|it| it.name.to_string()).collect();
            required.sort_unstable();
            assert_eq!(required, list("required"), "{name}:{action}");
        }
        actions += ours.actions().count();
    }
    println!("{} services and {actions} actions agree", services.len());
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The table is part of every build of a user.
#[test]
fn the_table_is_small() {
    let size = include_bytes!("../src/services/sdk/table.bin").len();
    assert!(size <= 350_000, "{size} bytes");
}
