//! Parallel: runs branches side by side.

use super::container;
use super::error::{CATCH, RETRY};
use super::fields::*;
use crate::language::spec::{Field, Shape, Spec};

/// The fields of a Parallel state.
pub static SPEC: Spec = Spec::closed(
    "a Parallel state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        Field::new("Branches", Shape::List(&container::BRANCH)).required(),
        INPUT_PATH,
        PARAMETERS,
        ARGUMENTS,
        RESULT_SELECTOR,
        RESULT_PATH,
        OUTPUT_PATH,
        OUTPUT,
        ASSIGN,
        RETRY,
        CATCH,
        NEXT,
        END,
    ],
    &[FLOW],
);
