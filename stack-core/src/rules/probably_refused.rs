//! ## What it checks
//! What the documentation, the specification or other tools forbid, while nobody recorded AWS's own answer:
//! an unknown field of `ReaderConfig`, a batch limit out of bounds, `ItemSelector` beside `Parameters`,
//! a `ResultWriter` that says too little, `.sync` in the Express children of a distributed Map, and the like.
//!
//! ## Why
//! It is most likely a mistake, but a definition that AWS accepts must not be refused here.
//!
//! ## Example
//! ```json
//! "ItemBatcher": { "MaxItemsPerBatch": 0 }
//! ```
//! Instead:
//! ```json
//! "ItemBatcher": { "MaxItemsPerBatch": 10 }
//! ```
//!
//! ## Source
//! The documentation, the specification, the language service or other tools; not confirmed on AWS.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "probably-refused",
    severity: Severity::Warning,
    check: None,
    source: include_str!("probably_refused.rs"),
};
