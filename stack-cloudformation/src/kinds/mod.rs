//! The kinds of resources that `stack` brings along: one file each, and one line in the list.

mod connections;
pub(crate) mod properties;
mod raw;

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

pub use raw::{RawProperties, require_type};
