//! A container that AWS Batch runs to its end, with its role and its log group.

mod emit;
mod fargate;
mod properties;
mod references;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;

pub use properties::BatchJobProperties;
pub use references::*;

/// A job for AWS Batch: a container that runs to its end, on EC2 instances or on Fargate.
///
/// ```ignore
/// #[resource(entryfile_path = "jobs/report.ts", cpu = 2, memory = 7800)]
/// generate_report: BatchJob,
/// ```
///
/// A state machine submits it with `batch:submitJob.sync` to one of the stack's queues, such as
/// `shared.batch_on_demand_job_queue`. The properties are on [`BatchJobProperties`], the parameters that
/// others can refer to on [`BatchJobReferences`]. The container may do what `iam_role_statements` says,
/// nothing else.
#[derive(Debug)]
pub struct BatchJob {
    _private: (),
}

impl<S> BelongsTo<S> for BatchJob {}

impl Kind for BatchJob {
    type Properties = BatchJobProperties;
    type References = BatchJobReferences;
    const NEW: BatchJobProperties = BatchJobProperties::new();

    fn emit(properties: &BatchJobProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        emit::emit(properties, scope)
    }
}
