//! What `#[resource(..)]` sets on a schedule.

use super::expression;
use crate::compile_time::compare::is_one_of;
use crate::compile_time::json_text::{self, JsonReader};
use crate::compile_time::message::fail;
use crate::kinds::properties::checks;
use crate::kinds::properties::setters::setters;
use crate::kinds::properties::target::{Start, Target};
use crate::kinds::properties::values;
use crate::references::param::{AnyParam, Param};
use crate::references::uses::Uses;
use crate::references::value::Pairs;

/// The properties of a [`Schedule`](super::Schedule): `schedule_rate` and `target` are required, all others
/// are optional.
#[derive(Clone, Copy, Debug)]
pub struct ScheduleProperties {
    pub(super) schedule_rate: Option<&'static str>,
    pub(super) timezone: Option<&'static str>,
    pub(super) target: Option<Target>,
    pub(super) queue: Option<AnyParam>,
    pub(super) input: Option<&'static str>,
    pub(super) values: Pairs,
    pub(super) enabled: bool,
    pub(super) flexible_window: Option<u32>,
    pub(super) retry_attempts: Option<u32>,
    pub(super) maximum_event_age: Option<u32>,
    pub(super) on_delivery_failure: Option<AnyParam>,
    pub(super) description: Option<&'static str>,
    pub(super) name: Option<&'static str>,
}

impl ScheduleProperties {
    pub(super) const fn new() -> Self {
        ScheduleProperties {
            schedule_rate: None,
            timezone: None,
            target: None,
            queue: None,
            input: None,
            values: &[],
            enabled: true,
            flexible_window: None,
            retry_attempts: None,
            maximum_event_age: None,
            on_delivery_failure: None,
            description: None,
            name: None,
        }
    }

    /// When it runs: `rate(5 minutes)`, `cron(minutes hours day-of-month month day-of-week year)` such as
    /// `cron(0 9 ? * MON-FRI *)`, or once, `at(2030-01-31T09:00:00)`.
    #[track_caller]
    pub const fn schedule_rate(mut self, expression: &'static str) -> Self {
        expression::check(expression);
        self.schedule_rate = Some(expression);
        self
    }

    /// The time zone of `cron(..)` and `at(..)`, by its name in the IANA database: `Europe/Berlin`.
    /// `UTC` by default.
    #[track_caller]
    pub const fn timezone(mut self, name: &'static str) -> Self {
        let mut good = !name.is_empty() && name.len() <= 50 && name.as_bytes()[0].is_ascii_alphabetic();
        let mut rest = name.as_bytes();
        while let [first, others @ ..] = rest {
            good =
                good && matches!(first, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'+' | b'-' | b'/');
            rest = others;
        }
        if !good {
            fail(&["timezone is a name of the IANA database, such as `Europe/Berlin`: `", name, "`"]);
        }
        self.timezone = Some(name);
        self
    }

    /// What it starts: the `arn` of a function or of a state machine, the `job_definition_arn` of a batch
    /// job.
    #[track_caller]
    pub const fn target<K>(mut self, target: Param<K>) -> Self {
        self.target = Some(Target::new("a schedule", target.any()));
        self
    }

    /// The input as JSON: `r#"{"full": true}"#`. In a string, `<aws.scheduler.scheduled-time>`,
    /// `<aws.scheduler.schedule-arn>`, `<aws.scheduler.execution-id>` and `<aws.scheduler.attempt-number>`
    /// are filled in. For a batch job an object with further parameters of `SubmitJob`, such as
    /// `ContainerOverrides`. By default an event of Scheduler's own.
    #[track_caller]
    pub const fn input(mut self, json: &'static str) -> Self {
        json_text::require("input", json);
        self.input = Some(json);
        self
    }

    /// What replaces `${name}` in the strings of `input`: `[("table", orders.name)]`. In addition,
    /// `${AWS::Region}`, `${AWS::AccountId}`, `${AWS::Partition}` and `${AWS::StackName}` are filled in.
    #[track_caller]
    pub const fn values(mut self, values: Pairs) -> Self {
        checks::distinct("value", values);
        self.values = values;
        self
    }

    /// How many minutes after its time it may start, 1 to 1440. By default it starts on time.
    #[track_caller]
    pub const fn flexible_window(mut self, minutes: u32) -> Self {
        if minutes < 1 || minutes > 1440 {
            panic!("flexible_window is 1 to 1440 minutes");
        }
        self.flexible_window = Some(minutes);
        self
    }

    setters! { description, enabled, maximum_event_age, on_delivery_failure, queue, retry_attempts }

    /// The physical name: 1 to 64 letters, digits, `-`, `_` and `.`. By default CloudFormation chooses one.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a schedule", name, "64", ".");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        if self.schedule_rate.is_none() {
            panic!("a schedule needs its times: add `schedule_rate = \"rate(1 day)\"`");
        }
        let Some(target) = self.target else {
            panic!("a schedule needs a target: add `target = ..`, such as the `arn` of a state machine")
        };
        values::require(self.values, "input", &[if let Some(input) = self.input { input } else { "" }]);
        match (target.start, self.input) {
            (Start::Job, Some(input)) => job_input(input),
            (Start::Job, None) => {}
            _ if self.queue.is_some() => panic!("queue is for a batch job, and the target is not one"),
            _ => {}
        }
    }
}

/// The input of a job goes into the parameters of `SubmitJob`, which name the job already.
#[track_caller]
const fn job_input(text: &'static str) {
    let mut reader = JsonReader::new("input", text);
    if reader.value() != b'{' {
        panic!("the input of a batch job is an object, such as `{{\"ContainerOverrides\": {{..}}}}`");
    }
    reader.open();
    let mut first = true;
    while reader.more(b'}', first) {
        first = false;
        let place = reader;
        let key = reader.key();
        if is_one_of(key, &["JobDefinition", "JobQueue"]) {
            place.fail(&["`", key, "` is known from `target` and `queue`"]);
        }
        reader.skip();
    }
}
