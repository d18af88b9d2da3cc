//! The template is the same bytes, whatever features of serde_json another crate turns on.

const PROGRAM: &str = r##"
use stack::Stack;

fn main() {
    // Both features are on here: keys stay in the order of the source, digits stay.
    let text = r#"{"b":1.50,"a":2}"#;
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(value.to_string(), text);

    let template = stack_benches::Eshop::template().expect("the e-shop has a template");
    let value: serde_json::Value = serde_json::from_str(&template.to_json()).expect("the template is JSON");
    assert_eq!(template.to_value(), value);
    print!("{}", template.to_json());
}
"##;

#[test]
fn the_template_does_not_depend_on_features_of_serde_json() {
    let root = stack_tests::root();
    let root = root.to_str().expect("a path in UTF-8");
    let dependencies = format!(
        "stack = {{ package = \"stack-aws\", path = {root:?}, features = [\"serde_json\"] }}\n\
         stack-benches = {{ path = \"{root}/benches\" }}\n\
         serde_json = {{ version = \"1\", features = [\"preserve_order\", \"arbitrary_precision\"] }}"
    );
    let printed =
        stack_tests::run_crate(env!("CARGO_TARGET_TMPDIR"), "serde-features", &dependencies, &[], PROGRAM);
    assert_eq!(printed, include_str!("templates/eshop.json"));
}
