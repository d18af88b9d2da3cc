//! ## What it checks
//! `ProcessorConfig` has an `ExecutionType` if its `Mode` is `DISTRIBUTED`, and none if it is `INLINE`.
//!
//! ## Why
//! AWS refuses the definition. Only a distributed Map starts executions of its own.
//!
//! ## Example
//! ```json
//! "ProcessorConfig": { "Mode": "DISTRIBUTED" }
//! ```
//! Instead:
//! ```json
//! "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }
//! ```
//!
//! ## Source
//! `These fields are required: [ExecutionType]` and `Field 'ExecutionType' is not supported` (measured).
//! Without a `Mode` AWS's word is not known, so that is `probably-refused`.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "execution-type-mismatch",
    severity: Severity::Error,
    check: None,
    source: include_str!("execution_type_mismatch.rs"),
};
