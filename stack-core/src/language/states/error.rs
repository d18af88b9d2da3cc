//! What a state does about errors: retriers and catchers.

use super::fields::*;
use crate::language::spec::{Field, Shape, Spec};

const ERROR_EQUALS: Field = Field::new("ErrorEquals", Shape::ErrorNames).required();

/// An entry of `Retry`.
pub static RETRIER: Spec = Spec::closed(
    "a retrier",
    &[
        COMMENT,
        ERROR_EQUALS,
        // The specification wants it positive, but AWS accepts zero; the upper bound is the editor's.
        Field::new("IntervalSeconds", Shape::Integer(0, 99_999_999)).unconfirmed(),
        Field::new("MaxAttempts", Shape::Integer(0, 99_999_999)),
        Field::new("BackoffRate", Shape::Number(1.0, f64::INFINITY)),
        Field::new("MaxDelaySeconds", Shape::Integer(1, 31_622_400)),
        Field::new("JitterStrategy", Shape::Word(&["FULL", "NONE"])),
    ],
    &[],
);

/// An entry of `Catch`.
pub static CATCHER: Spec = Spec::closed(
    "a catcher",
    &[COMMENT, ERROR_EQUALS, Field::new("Next", Shape::StateName).required(), RESULT_PATH, OUTPUT, ASSIGN],
    &[],
);

/// A state's retriers.
pub(super) const RETRY: Field = Field::new("Retry", Shape::PossiblyEmptyList(&RETRIER));
/// A state's catchers.
pub(super) const CATCH: Field = Field::new("Catch", Shape::PossiblyEmptyList(&CATCHER));

/// Every error, in an entry of its own at the end.
pub const ALL: &str = "States.ALL";

/// AWS's own error names, besides `States.Http.StatusCode.` with a number.
pub const RESERVED: &[&str] = &[
    ALL,
    "States.BranchFailed",
    "States.DataLimitExceeded",
    "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout",
    "States.Http.Socket",
    "States.IntrinsicFailure",
    "States.ItemReaderFailed",
    "States.NoChoiceMatched",
    "States.ParameterPathFailure",
    "States.Permissions",
    "States.QueryEvaluationError",
    "States.ResultPathMatchFailure",
    "States.ResultWriterFailed",
    "States.Runtime",
    "States.TaskFailed",
    "States.Timeout",
];
