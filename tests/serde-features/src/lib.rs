//! The template is the same bytes, whatever features of serde_json another crate turns on.

#[cfg(test)]
mod tests {
    use stack::Stack;

    #[test]
    fn the_template_does_not_depend_on_features_of_serde_json() {
        // Both features are on here: keys stay in the order of the source, digits stay.
        let value: serde_json::Value = serde_json::from_str(r#"{"b":1.50,"a":2}"#).expect("JSON");
        assert_eq!(value.to_string(), r#"{"b":1.50,"a":2}"#);

        let template = stack_benches::Eshop::template().expect("the e-shop has a template");
        let golden = include_str!("../../templates/eshop.json");
        assert_eq!(template.to_json(), golden);
        let value: serde_json::Value = serde_json::from_str(golden).expect("the template is JSON");
        assert_eq!(template.to_value(), value);
    }
}
