//! Wait: lets time go by.

use super::fields::*;
use crate::language::spec::{Field, Group, Shape, Spec};

/// The fields of a Wait state.
pub static SPEC: Spec = Spec::closed(
    "a Wait state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        Field::new("Seconds", Shape::Integer(0, 99_999_999)).expression(),
        Field::new("SecondsPath", Shape::ReferencePath).jsonpath(),
        Field::new("Timestamp", Shape::Timestamp).expression(),
        Field::new("TimestampPath", Shape::ReferencePath).jsonpath(),
        INPUT_PATH,
        OUTPUT_PATH,
        OUTPUT,
        ASSIGN,
        NEXT,
        END,
    ],
    &[FLOW, Group::exactly_one(&["Seconds", "SecondsPath", "Timestamp", "TimestampPath"])],
);
