//! What const code lacks: texts, comparisons of texts, ARNs taken apart, and a reader of JSON.

pub(crate) mod arn;
pub(crate) mod compare;
pub(crate) mod json_text;
pub(crate) mod message;
pub(crate) mod names;
