//! What holds states: the machine, a Parallel branch, a Map's item processor.

use super::fields::*;
use crate::language::spec::{Field, Shape, Spec};

const START_AT: Field = Field::new("StartAt", Shape::StateName).required();
const STATES: Field = Field::new("States", Shape::States).required();

/// The machine itself.
pub static MACHINE: Spec = Spec::closed(
    "a state machine",
    &[
        COMMENT,
        QUERY_LANGUAGE,
        // Any other version is refused.
        Field::new("Version", Shape::Word(&["1.0"])),
        // Zero is accepted here, though not on a task; the upper bound is the specification's.
        Field::new("TimeoutSeconds", Shape::Integer(0, 99_999_999)).unconfirmed(),
        START_AT,
        STATES,
    ],
    &[],
);

/// A branch of a Parallel state.
pub static BRANCH: Spec = Spec::closed("a Parallel branch", &[COMMENT, START_AT, STATES], &[]);

/// The item processor of a Map state.
pub static PROCESSOR: Spec = Spec::closed(
    "an item processor",
    &[COMMENT, Field::new("ProcessorConfig", Shape::Object(&PROCESSOR_CONFIG)), START_AT, STATES],
    &[],
);

/// How an item processor runs.
pub static PROCESSOR_CONFIG: Spec = Spec::closed(
    "a `ProcessorConfig` object",
    &[
        Field::new("Mode", Shape::Word(&["INLINE", "DISTRIBUTED"])),
        Field::new("ExecutionType", Shape::Word(&["STANDARD", "EXPRESS"])),
    ],
    &[],
);
