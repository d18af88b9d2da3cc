//! Objects of CloudFormation properties, and the intrinsic functions in them.

use crate::references::param::Attribute;
pub use stack_core::json::Object;
pub(crate) use stack_core::json::interpolation::escaped;
use stack_core::json::interpolation::{Interpolation, Notation};
pub(crate) use stack_iam::intrinsic::of_sub;
pub use stack_iam::intrinsic::{get_att, reference, sub, text};

/// An attribute as it stands in a `Fn::Sub`: `${OrdersQueue.Arn}`.
pub(crate) fn sub_text(id: &str, attribute: Attribute) -> String {
    match attribute {
        Attribute::Ref => Interpolation::variable(id, None).to_sub(),
        Attribute::GetAtt(attribute) => Interpolation::variable(id, Some(attribute)).to_sub(),
    }
}

/// The text as it has to stand in a `Fn::Sub` that fills in only what every deployment has.
pub(crate) fn substituted(text: &str) -> String {
    Interpolation::new(text, Notation::Pseudo).to_sub()
}
