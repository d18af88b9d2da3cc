//! ## What it checks
//! Objects and arrays are nested at most 128 deep.
//!
//! ## Why
//! AWS has a limit of its own (`TOO_DEEPLY_NESTED`) but does not say what it is. Ours keeps every reader
//! safe, and no definition written by people comes near it.
//!
//! ## Example
//! ```json
//! [[[[[[[[ .. 129 of them .. ]]]]]]]]
//! ```
//! Instead:
//! ```json
//! [[[[[[[[ .. 128 of them .. ]]]]]]]]
//! ```
//!
//! ## Source
//! The error code is in AWS's service model; the limit is ours.

use crate::finding::{Rule, Severity};
use crate::json::Site;
use crate::json::read::Fault;

pub static RULE: Rule =
    Rule { id: "too-deep", severity: Severity::Error, source: include_str!("too_deep.rs") };

/// What every reader says of a value that is too deep.
pub fn message() -> String {
    Fault::too_deep(Site::NONE).message
}

#[cfg(test)]
mod tests {
    use crate::json::read::MAX_DEPTH;
    use crate::testing::texts;

    #[test]
    fn the_limit_is_exact_and_one_finding() {
        let deep = |depth: usize| {
            let value = "[".repeat(depth - 4) + &"]".repeat(depth - 4);
            let state = format!(r#"{{ "Type": "Pass", "Parameters": {{ "x": {value} }}, "End": true }}"#);
            texts(&format!(r#"{{ "StartAt": "a", "States": {{ "a": {state} }} }}"#), &[])
        };
        assert_eq!(deep(MAX_DEPTH), [""; 0]);
        assert_eq!(deep(MAX_DEPTH + 1), ["[too-deep] objects and arrays are nested more than 128 deep"]);
        assert_eq!(deep(100_000).len(), 1);
    }
}
