//! A schedule that starts a function, a state machine or a batch job.

mod emit;
mod expression;
mod properties;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{RoleArn, RoleName, ScheduleArn, ScheduleName};

pub use properties::ScheduleProperties;

/// A schedule of EventBridge Scheduler that starts a function, a state machine or a batch job.
///
/// ```ignore
/// #[resource(schedule_rate = "cron(0 9 ? * MON-FRI *)", timezone = "Europe/Berlin", target = report.arn)]
/// every_morning: Schedule,
/// ```
///
/// It has a role of its own that may start the target and nothing else. The properties are on
/// [`ScheduleProperties`], the parameters that others can refer to on [`ScheduleReferences`].
///
/// Scheduler rather than a rule with a schedule, since it knows time zones and single times, tries again
/// for as long as it is told, and is what AWS recommends.
#[derive(Debug)]
pub struct Schedule {
    _private: (),
}

impl<S> BelongsTo<S> for Schedule {}

impl Kind for Schedule {
    type Properties = ScheduleProperties;
    type References = ScheduleReferences;
    const NEW: ScheduleProperties = ScheduleProperties::new();

    fn emit(properties: &ScheduleProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        let properties = *properties;
        scope.defer(move |scope| emit::emit(&properties, scope));
        Ok(())
    }
}

crate::references! {
    /// The parameters of a schedule that others can refer to.
    pub struct ScheduleReferences {
        /// The schedule's ARN.
        arn: ScheduleArn = GetAtt("Schedule", "Arn");
        /// The schedule's name.
        name: ScheduleName = Ref("Schedule");
        /// The role that it starts its target with.
        role: struct ScheduleRoleReferences {
            /// Its ARN.
            arn: RoleArn = GetAtt("Role", "Arn");
            /// Its name.
            name: RoleName = Ref("Role");
        }
    }
}
