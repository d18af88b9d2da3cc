//! A parameter that is a list stands where lists stand: CloudFormation refuses one as a variable, a tag, an output or
//! in a text.

use crate::error::Error;
use crate::template::resource::{Entry, Resource};
use stack_core::json::interpolation::Notation;
use stack_core::json::{Json, Node};

/// An error for the first list in the place of a text.
pub(crate) fn check(parameters: &[Entry], resources: &[Resource], outputs: &[Entry]) -> Result<(), Error> {
    let is_list = |named: &&Entry| {
        let kind = named.value.get("Type").and_then(Node::as_str).unwrap_or_default();
        kind == "CommaDelimitedList" || kind.contains("List<")
    };
    for list in parameters.iter().filter(is_list) {
        let user = match resources.iter().find(|resource| misplaced(resource.properties(), &list.id, false)) {
            Some(resource) => Some(resource.owner),
            None => outputs
                .iter()
                .find(|output| misplaced(&output.value, &list.id, true))
                .map(|output| output.owner),
        };
        if let Some(user) = user {
            let text = format!(
                "it is a list, but `{user}` uses it where a string belongs\nhelp: with `parameter_type = \"String\"` it is one string, commas included"
            );
            return Err(Error::of(list.owner, text));
        }
    }
    Ok(())
}

/// Whether the list of that logical id is somewhere in the place of a text; `text`: whether only texts may be here.
fn misplaced(node: &Node<'static>, list: &str, text: bool) -> bool {
    match &node.json {
        Json::Array(items) => items.iter().any(|item| misplaced(item, list, text)),
        Json::Object(members) => members.iter().any(|member| {
            let value = &member.value;
            match member.key.value.as_ref() {
                "Ref" => text && value.as_str() == Some(list),
                "Fn::Sub" => {
                    let template = value.as_str().or_else(|| value.as_array()?.first()?.as_str());
                    let names = |text| Notation::Sub.holes(text).any(|hole| hole.name == list);
                    template.is_some_and(names) || misplaced(value, list, true)
                }
                // These make a text of a list, or take one of its elements.
                "Fn::Join" | "Fn::Select" => misplaced(value, list, false),
                "Environment" | "Tags" => misplaced(value, list, true),
                _ => misplaced(value, list, text),
            }
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::misplaced;
    use crate::template::json;

    #[test]
    fn a_list_is_no_text() {
        for text in [
            r#"{"Environment": {"Variables": {"A": {"Ref": "List"}}}}"#,
            r#"{"Tags": [{"Key": "a", "Value": {"Ref": "List"}}]}"#,
            r#"{"A": {"Fn::Sub": "of ${List}"}}"#,
            r#"{"A": {"Fn::Sub": ["of ${r0}", {"r0": {"Ref": "List"}}]}}"#,
        ] {
            assert!(misplaced(&json::node(text), "List", false), "{text}");
        }
    }

    #[test]
    fn lists_stand_in_the_place_of_lists_and_are_joined() {
        for text in [
            r#"{"Layers": {"Ref": "List"}, "Definition": {"Parameters": {"a": {"Ref": "List"}}}}"#,
            r#"{"Environment": {"Variables": {"A": {"Fn::Join": [",", {"Ref": "List"}]}, "B": {"Ref": "Other"}}}}"#,
            r#"{"A": {"Fn::Sub": "of ${Listing} and ${!List}"}}"#,
        ] {
            assert!(!misplaced(&json::node(text), "List", false), "{text}");
        }
    }
}
