//! The intrinsic functions of CloudFormation that stand in a policy for what the deployment knows.

use stack_core::json::interpolation::{Interpolation, Notation, Part};
use stack_core::json::{Node, Object};

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
    let taken_apart = Interpolation::new(&text, Notation::Pseudo);
    if taken_apart.is_literal() { text.into() } else { sub(taken_apart.to_sub()) }
}

/// What a text with holes is in a template, in the simplest form: a string without any, `Ref` or `Fn::GetAtt` for a single
/// one.
pub fn simplest(text: &Interpolation<'_>) -> Node<'static> {
    match text.parts() {
        [Part::Variable { name, attribute: None }] => reference(name.as_ref()),
        [Part::Variable { name, attribute: Some(attribute) }] => get_att(name.as_ref(), attribute),
        _ if text.is_literal() => text.to_text().into(),
        _ => sub(text.to_sub()),
    }
}

/// The value of a `Fn::Sub` of that text, in the simplest form.
pub fn of_sub(text: &str) -> Node<'static> {
    simplest(&Interpolation::new(text, Notation::Sub))
}

/// What stands at a place of an ARN, counted from 0 between those signs, as `${Name}` in that text.
pub fn part(arn: Node<'static>, sign: &'static str, place: u8, text: &'static str) -> Node<'static> {
    let parts = Object::new().with("Fn::Split", Node::array([Node::from(sign), arn])).node();
    let name = Object::new().with("Fn::Select", Node::array([Node::from(i64::from(place)), parts]));
    let names = Object::new().with("Name", name).node();
    Object::new().with("Fn::Sub", Node::array([Node::from(text), names])).node()
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

    #[test]
    fn a_text_with_holes_is_as_simple_as_it_can_be() {
        assert_eq!(of_sub("${Q}"), reference("Q"));
        assert_eq!(of_sub("${Q.Arn}"), get_att("Q", "Arn"));
        assert_eq!(of_sub("${!Q}"), "${Q}".into());
        assert_eq!(of_sub("${Q}/${!R}"), sub("${Q}/${!R}"));
        assert_eq!(of_sub("${Q}{R}"), sub("${Q}{R}"));
    }
}
