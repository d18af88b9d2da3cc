//! The kinds of resources that `stack` brings along: one file each, and one line in the list.

mod checks;
mod cors;
mod environment;
mod fifo;
pub(crate) mod json;
mod pseudo;
mod raw;
mod setters;
mod target;
mod values;

macro_rules! kinds {
    ($($file:ident: $kind:ident,)*) => {
        $(
            mod $file;
            pub use $file::*;
        )*

        /// The types of fields alone, without their properties and references: what a program names.
        pub mod types {
            pub use super::{$($kind,)*};
        }
    };
}

kinds! {
    activity: Activity,
    batch_job: BatchJob,
    bucket: Bucket,
    event_bus: EventBus,
    event_rule: EventRule,
    function: Function,
    http_api: HttpApi,
    imported: Imported,
    output: Output,
    parameter: Parameter,
    queue: Queue,
    schedule: Schedule,
    secret: Secret,
    ssm_parameter: SsmParameter,
    state_machine: StateMachine,
    table: Table,
    topic: Topic,
}

pub(crate) use batch_job::check as check_queues;
pub(crate) use checks::{Pairs, is_one_of, starts_with};
pub(crate) use fifo::check as check_fifo;
pub(crate) use pseudo::NAMES as PSEUDO_PARAMETERS;
pub use raw::{RawProperties, require_type};
