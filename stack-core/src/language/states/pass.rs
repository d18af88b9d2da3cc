//! Pass: hands its input on, changed or not.

use super::fields::*;
use crate::language::spec::{Field, Shape, Spec};

/// The fields of a Pass state.
pub static SPEC: Spec = Spec::closed(
    "a Pass state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        INPUT_PATH,
        PARAMETERS,
        Field::new("Result", Shape::Payload).jsonpath().nullable(),
        RESULT_PATH,
        OUTPUT_PATH,
        OUTPUT,
        ASSIGN,
        NEXT,
        END,
    ],
    &[FLOW],
);
