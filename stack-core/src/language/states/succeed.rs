//! Succeed: ends the execution, or the branch, well.

use super::fields::*;
use crate::language::spec::Spec;

/// The fields of a Succeed state.
pub static SPEC: Spec =
    Spec::closed("a Succeed state", &[TYPE, COMMENT, QUERY_LANGUAGE, INPUT_PATH, OUTPUT_PATH, OUTPUT], &[]);
