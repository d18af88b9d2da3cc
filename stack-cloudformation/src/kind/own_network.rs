//! What stands for a part of the network if the user brings one along, as parameters of the template.

use crate::template::object::{Object, reference};
use stack_core::json::Node;

/// What stands for the part; none if the network of the user has no such part.
pub(crate) fn intrinsic(child: &str) -> Option<Node<'static>> {
    let list = reference(parameter(child)?);
    let index = match child {
        "Subnet1" => 0,
        "Subnet2" => 1,
        _ => return Some(list),
    };
    let which = Node::array([Node::from(index), list]);
    Some(Object::new().with("Fn::Select", which).node())
}

/// The parameter that the part comes from.
pub(crate) fn parameter(child: &str) -> Option<&'static str> {
    match child {
        "Vpc" => Some("VpcId"),
        "Subnet1" | "Subnet2" => Some("SubnetIds"),
        _ => None,
    }
}
