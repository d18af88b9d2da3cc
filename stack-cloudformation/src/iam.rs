//! Roles: what they allow and who may take them, and how references of a stack stand in their policies.

use crate::object::sub_text;
use crate::template;
use stack_core::services::names::ACTIVITY_ARN;
pub use stack_iam::{Policy, Trust};

impl From<&template::Reference> for stack_iam::Reference {
    fn from(reference: &template::Reference) -> Self {
        let template::Reference { logical_id, param, .. } = reference;
        let says_so = |text: &str| ["ARN", "Arn", "arn"].iter().any(|end| text.ends_with(end));
        stack_iam::Reference {
            value: sub_text(logical_id, param.attribute),
            arn: sub_text(logical_id, param.arn),
            has_arn: says_so(param.what) || says_so(param.name) || param.arn != param.attribute,
            is_activity: param.what == ACTIVITY_ARN,
        }
    }
}
