//! Fail: ends the execution, or the branch, with an error.

use super::fields::*;
use crate::language::spec::{Field, Group, Shape, Spec};

/// The fields of a Fail state.
pub static SPEC: Spec = Spec::closed(
    "a Fail state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        Field::new("Error", Shape::ErrorName).expression(),
        Field::new("ErrorPath", Shape::PathOrIntrinsic).jsonpath(),
        Field::new("Cause", Shape::Text).expression(),
        Field::new("CausePath", Shape::PathOrIntrinsic).jsonpath(),
    ],
    &[Group::at_most_one(&["Error", "ErrorPath"]), Group::at_most_one(&["Cause", "CausePath"])],
);
