//! What holds states: the machine, a Parallel branch, a Map's item processor.

use super::*;

const START_AT: Field = Field::new("StartAt", Shape::StateName).required();
const STATES: Field = Field::new("States", Shape::States).required();

/// The machine itself.
pub static MACHINE: Spec = Spec {
    what: "a state machine",
    fields: &[
        COMMENT,
        QUERY_LANGUAGE,
        // Any other version is refused.
        Field::new("Version", Shape::Word(&["1.0"])),
        // Zero is accepted here, though not on a task; the upper bound is the specification's.
        Field::new("TimeoutSeconds", Shape::Integer(0, 99_999_999)).unsure(),
        START_AT,
        STATES,
    ],
    groups: &[],
    closed: true,
};

/// A branch of a Parallel state.
pub static BRANCH: Spec =
    Spec { what: "a Parallel branch", fields: &[COMMENT, START_AT, STATES], groups: &[], closed: true };

/// The item processor of a Map state.
pub static PROCESSOR: Spec = Spec {
    what: "an item processor",
    fields: &[COMMENT, Field::new("ProcessorConfig", Shape::Object(&PROCESSOR_CONFIG)), START_AT, STATES],
    groups: &[],
    closed: true,
};

/// How an item processor runs.
pub static PROCESSOR_CONFIG: Spec = Spec {
    what: "a `ProcessorConfig` object",
    fields: &[
        Field::new("Mode", Shape::Word(&["INLINE", "DISTRIBUTED"])),
        Field::new("ExecutionType", Shape::Word(&["STANDARD", "EXPRESS"])),
    ],
    groups: &[],
    closed: true,
};
