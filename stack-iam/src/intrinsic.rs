//! The intrinsic functions of CloudFormation that stand in a policy for what the deployment knows.

use stack_core::json::Node;
use stack_core::json::Object;

/// `{"Ref": id}`
pub fn reference(id: impl Into<String>) -> Node<'static> {
    Object::new().with("Ref", id.into()).node()
}

/// `{"Fn::GetAtt": [id, attribute]}`
pub fn get_att(id: impl Into<String>, attribute: &str) -> Node<'static> {
    Object::new().with("Fn::GetAtt", Node::array([id.into(), attribute.to_owned()])).node()
}

/// `{"Fn::Sub": text}`: every `${Id}` and `${Id.Attribute}` in it is filled in by CloudFormation.
pub fn sub(text: impl Into<String>) -> Node<'static> {
    Object::new().with("Fn::Sub", text.into()).node()
}

/// The text, in a `Fn::Sub` if it names something of the deployment, such as `${AWS::Partition}`.
/// Any other `${`, such as that of a policy variable, stays as it is.
pub fn text(text: impl Into<String>) -> Node<'static> {
    let text = text.into();
    if !text.contains(PSEUDO) {
        return text.into();
    }
    sub(substituted(&text))
}

/// The text as it has to stand in a `Fn::Sub` that fills in only what every deployment has.
pub fn substituted(text: &str) -> String {
    let parts: Vec<String> = text.split(PSEUDO).map(literal).collect();
    parts.join(PSEUDO)
}

/// A text as in a `Fn::Sub`, in the simplest form: `Ref` or `Fn::GetAtt` for a single `${..}`.
pub fn whole(text: String) -> Node<'static> {
    if !text.replace("${!", "").contains("${") {
        return text.replace("${!", "${").into();
    }
    let single = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
    match single.filter(|name| !name.contains('$')) {
        Some(name) => match name.split_once('.') {
            Some((id, attribute)) => get_att(id, attribute),
            None => reference(name),
        },
        None => sub(text),
    }
}

/// What stands at a place of an ARN, counted from 0 between those signs, as `${Name}` in that text.
pub fn part(arn: Node<'static>, sign: &'static str, place: u8, text: &'static str) -> Node<'static> {
    let parts = Object::new().with("Fn::Split", Node::array([Node::from(sign), arn])).node();
    let name = Object::new().with("Fn::Select", Node::array([Node::from(i64::from(place)), parts]));
    let names = Object::new().with("Name", name).node();
    Object::new().with("Fn::Sub", Node::array([Node::from(text), names])).node()
}

/// How the parameters start that every deployment has.
pub const PSEUDO: &str = "${AWS::";

/// The text as `Fn::Sub` gives it unchanged: a `${` in it is written `${!`.
pub fn literal(text: &str) -> String {
    text.replace("${", "${!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_deployment_has_is_filled_in() {
        assert_eq!(text("arn:aws:s3:::b/${aws:username}"), "arn:aws:s3:::b/${aws:username}".into());
        assert_eq!(
            text("arn:${AWS::Partition}:s3:::b/${aws:username}"),
            sub("arn:${AWS::Partition}:s3:::b/${!aws:username}")
        );
    }
}
