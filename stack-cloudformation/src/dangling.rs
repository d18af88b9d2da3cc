//! What the JSON of a `cloudformation!` kind names is in the template: CloudFormation refuses a template otherwise.

use crate::error::Error;
use crate::kinds::Pairs;
use stack_core::json::{Json, Member, Node};
use stack_core::similar::nearest;

/// The logical ids that intrinsic functions in a user's JSON name, besides those that `values` fills in.
pub(crate) fn names(node: &Node<'static>, values: Pairs, out: &mut Vec<String>) {
    match &node.json {
        Json::Array(items) => items.iter().for_each(|item| names(item, values, out)),
        Json::Object(members) => match members.as_slice() {
            [only] => intrinsic(only, values, out),
            members => members.iter().for_each(|member| names(&member.value, values, out)),
        },
        _ => {}
    }
}

fn intrinsic(member: &Member<'static>, values: Pairs, out: &mut Vec<String>) {
    let items = member.value.as_array().unwrap_or_default();
    let text = member.value.as_str().or_else(|| items.first()?.as_str());
    match (member.key.value.as_ref(), text) {
        ("Ref", Some(id)) => add(id, out),
        ("Fn::GetAtt", Some(path)) => add(path.split('.').next().unwrap_or(path), out),
        ("Fn::Sub", Some(text)) => {
            let own = items.get(1);
            for name in text.split("${").skip(1).filter_map(|part| part.split('}').next()) {
                let given = values.iter().any(|(value, _)| *value == name);
                if !given && !name.starts_with('!') && own.is_none_or(|own| own.get(name).is_none()) {
                    add(name.split('.').next().unwrap_or(name), out);
                }
            }
            own.into_iter().for_each(|own| names(own, values, out));
        }
        _ => names(&member.value, values, out),
    }
}

fn add(id: &str, out: &mut Vec<String>) {
    let id = id.trim();
    // A `${` stands for one of the values, and `AWS::Region` is everywhere.
    if !id.starts_with("AWS::") && !id.contains("${") {
        out.push(id.to_owned());
    }
}

/// An error if the template has no such logical id; `owner` is the resource that names it.
pub(crate) fn check(owner: &str, id: &str, known: &[&str]) -> Result<(), Error> {
    if known.contains(&id) {
        return Ok(());
    }
    let near = nearest(id, known.iter().copied());
    let near = near.map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
    let help = "help: `values = [(\"name\", jobs.arn)]` puts what a resource gives in the place of `${name}`";
    Err(Error::of(owner, format!("`properties` name `{id}`, which is nothing of the template{near}\n{help}")))
}

#[cfg(test)]
mod tests {
    use super::{check, names};
    use crate::kinds::json;
    use crate::value::Value;

    #[test]
    fn intrinsic_functions_name_what_they_need() {
        let text = r#"{
            "A": {"Ref": "One"}, "B": [{"Fn::GetAtt": ["Two", "Arn"]}, {"Fn::GetAtt": "Three.Arn"}],
            "C": {"Fn::Sub": "${Four.Arn} ${AWS::Region} ${!Literal} ${value}"},
            "D": {"Fn::Sub": ["${own} ${Five}", {"own": {"Ref": "Six"}}]},
            "E": {"Fn::Join": ["", [{"Ref": "Seven"}, {"Ref": "AWS::Region"}, {"Ref": "${value}"}]]},
            "F": {"Ref": "One", "NoIntrinsic": true}, "G": "${Text}"
        }"#;
        let mut found = Vec::new();
        names(&json::node(text), &[("value", Value::Bool(true))], &mut found);
        assert_eq!(found, ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]);
    }

    #[test]
    fn the_nearest_name_is_offered() {
        assert!(check("pipe", "JobsQueue", &["JobsQueue"]).is_ok());
        let error = check("pipe", "JobQueue", &["JobsQueue"]).unwrap_err().to_string();
        assert!(error.starts_with(
            "`pipe`: `properties` name `JobQueue`, which is nothing of the template: did you mean `JobsQueue`?\nhelp: "
        ));
    }
}
