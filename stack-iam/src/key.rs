//! Keys of KMS that parameters name.

use crate::grant::{ArnPattern, NamedResource, arn};

/// A key, in a parameter `KeyId`.
pub(crate) const KEY: NamedResource = NamedResource {
    parameter: "KeyId",
    arns: key_arns,
    of_arn: ArnPattern::Itself,
    of_text: None,
    otherwise: arn!("kms", "key/*"),
};
/// What services do with a key to encrypt for their callers.
pub(crate) const ENCRYPT: &[&str] = &["kms:Decrypt", "kms:GenerateDataKey"];

/// The text is a key's id or ARN. What an alias stands for is not known, and its own ARN allows nothing.
fn key_arns(text: &str) -> Vec<String> {
    if text.contains("alias/") {
        Vec::new()
    } else if text.starts_with("arn:") {
        vec![text.to_owned()]
    } else {
        vec![arn("kms", &format!("key/{text}"))]
    }
}
