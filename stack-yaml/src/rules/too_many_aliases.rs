//! ## What it checks
//! The aliases and anchors of a YAML file stand for at most 100,000 values in total.
//!
//! ## Why
//! Ten lines of aliases of aliases can stand for more values than fit into memory. No definition that AWS
//! accepts, at most 1 MiB, comes near this limit.
//!
//! ## Example
//! ```yaml
//! a: &a [x, x, x, x, x, x, x, x, x, x]
//! b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
//! c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
//! d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
//! e: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
//! ```
//! Instead, write values where they are needed, or make them in a state and hand them on.
//!
//! ## Source
//! AWS's quota for definitions; our limit is above it.

use stack_core::finding::Rule;
use stack_core::finding::Severity;

pub static RULE: Rule =
    Rule { id: "too-many-aliases", severity: Severity::Error, source: include_str!("too_many_aliases.rs") };
