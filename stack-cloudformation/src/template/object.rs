//! Objects of CloudFormation properties, and the intrinsic functions in them.

use crate::references::param::Attribute;
pub use stack_core::json::Object;
pub(crate) use stack_iam::intrinsic::{PSEUDO, literal, substituted, whole};
pub use stack_iam::intrinsic::{get_att, reference, sub, text};

/// An attribute as it stands in a `Fn::Sub`: `${OrdersQueue.Arn}`.
pub(crate) fn sub_text(id: &str, attribute: Attribute) -> String {
    match attribute {
        Attribute::Ref => format!("${{{id}}}"),
        Attribute::GetAtt(attribute) => format!("${{{id}.{attribute}}}"),
    }
}
