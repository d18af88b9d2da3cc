//! What a state does about errors: retriers and catchers.

use super::*;

const ERROR_EQUALS: Field = Field::new("ErrorEquals", Shape::ErrorNames).required();

/// An entry of `Retry`.
pub static RETRIER: Spec = Spec {
    what: "a retrier",
    fields: &[
        COMMENT,
        ERROR_EQUALS,
        // The specification wants it positive, but AWS accepts zero; the upper bound is the editor's.
        Field::new("IntervalSeconds", Shape::Integer(0, 99_999_999)).unsure(),
        Field::new("MaxAttempts", Shape::Integer(0, 99_999_999)),
        Field::new("BackoffRate", Shape::Number(1.0, f64::INFINITY)),
        Field::new("MaxDelaySeconds", Shape::Integer(1, 31_622_400)),
        Field::new("JitterStrategy", Shape::Word(&["FULL", "NONE"])),
    ],
    groups: &[],
    closed: true,
};

/// An entry of `Catch`.
pub static CATCHER: Spec = Spec {
    what: "a catcher",
    fields: &[
        COMMENT,
        ERROR_EQUALS,
        Field::new("Next", Shape::StateName).required(),
        RESULT_PATH,
        OUTPUT,
        ASSIGN,
    ],
    groups: &[],
    closed: true,
};
