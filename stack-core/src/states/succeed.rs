//! Succeed: ends the execution, or the branch, well.

use super::*;

/// The fields of a Succeed state.
pub static SPEC: Spec = Spec {
    what: "a Succeed state",
    fields: &[TYPE, COMMENT, QUERY_LANGUAGE, INPUT_PATH, OUTPUT_PATH, OUTPUT],
    groups: &[],
    closed: true,
};
