//! What a schedule, an event rule or a route starts: a function, a state machine or a batch job.

use crate::compile_time::message::ConstText;
use crate::error::Error;
use crate::kind::scope::Scope;
use crate::references::param::{AnyParam, Attribute, JobQueueArn, Param};
use crate::shared::{Job, JobQueue};
use crate::template::logical_id::logical_id;
use crate::template::object::Object;
use stack_core::json::Node;
use stack_core::services::referent::Referent;
use stack_iam::Policy;
use stack_iam::all_revisions;

/// What can be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Function,
    StateMachine,
    Job,
}

impl Start {
    /// How what the parameter names is started; `None` if it cannot be.
    pub(crate) const fn of(param: &AnyParam) -> Option<Self> {
        if param.referent.is(Referent::ArnOfFunction) || param.is_anything() {
            Some(Start::Function)
        } else if param.referent.is(Referent::ArnOfStateMachine) {
            Some(Start::StateMachine)
        } else if param.referent.is(Referent::ArnOfJobDefinition) {
            Some(Start::Job)
        } else {
            None
        }
    }
}

/// Stops the compilation: `who` cannot start what the parameter names. `help` says what it can start.
#[track_caller]
pub(crate) const fn refuse(who: ConstText, param: &AnyParam, help: &str) -> ! {
    let text = who.push(" cannot start `").push(param.resource).push(".").push(param.name);
    let text = text.push("`, which is ").push(param.referent.label()).push("\nhelp: ");
    let names = [Referent::NameOfFunction, Referent::UrlOfFunction, Referent::NameOfStateMachine];
    if param.referent.is_one_of(&names) {
        text.push("did you mean `").push(param.resource).push(".arn`?").fail()
    }
    text.push(help).fail()
}

/// The target of a schedule or a rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub(crate) param: AnyParam,
    pub(crate) start: Start,
    /// The queue of a job, if it is not the one that fits.
    pub(crate) queue: Option<AnyParam>,
}

impl Target {
    /// Stops the compilation if `label` (`a schedule`) cannot start what the parameter names.
    #[track_caller]
    pub(crate) const fn new(label: &str, param: AnyParam) -> Self {
        match Start::of(&param) {
            Some(start) => Target { param, start, queue: None },
            None => refuse(
                ConstText::new().push(label),
                &param,
                "it starts a function or a state machine by its `arn`, and a batch job by its `job_definition_arn`",
            ),
        }
    }

    /// Adds what the role of the one who starts it needs.
    pub(crate) fn allow(&self, scope: &mut Scope<'_>, policy: &mut Policy) -> Result<(), Error> {
        let target = scope.param(&self.param);
        match self.start {
            Start::Function => policy.allow(&["lambda:InvokeFunction"], [target]),
            Start::StateMachine => policy.allow(&["states:StartExecution"], [target]),
            Start::Job => {
                let queue = scope.param(&self.queue(scope)?);
                policy.allow(&["batch:SubmitJob"], [all_revisions(target), queue]);
            }
        }
        Ok(())
    }

    /// The job's queue: the one that was given, if such jobs run there, or the stack's own for such jobs.
    pub(crate) fn queue(&self, scope: &Scope<'_>) -> Result<AnyParam, Error> {
        let definition = scope.emitted(&logical_id(self.param.resource, self.param.child));
        match (self.queue, definition.and_then(Job::of)) {
            (Some(given), Some(job)) => require_suitable(scope.name(), &job, &given).map(|()| given),
            (Some(given), None) => Ok(given),
            (None, Some(job)) => Ok(default_queue(&job)),
            (None, None) => {
                let text = format!("the queue of `{}` is missing: add `queue = ..`", self.param.resource);
                Err(Error::of(scope.name(), text))
            }
        }
    }
}

/// How long, in seconds, and how often it is tried again to start the target; none if AWS's defaults do.
pub(crate) fn retry_policy(
    maximum_event_age: Option<u32>,
    retry_attempts: Option<u32>,
) -> Option<Node<'static>> {
    Object::new()
        .maybe("MaximumEventAgeInSeconds", maximum_event_age.map(i64::from))
        .maybe("MaximumRetryAttempts", retry_attempts.map(i64::from))
        .filled()
}

/// The stack's queue for such jobs.
fn default_queue(job: &Job) -> AnyParam {
    let queue = JobQueue::of(job.fargate, false, job.gpu);
    Param::<JobQueueArn>::new("shared", "arn", queue.child(), Attribute::Ref).any()
}

/// Batch would refuse the job, or never start it.
fn require_suitable(name: &str, job: &Job, queue: &AnyParam) -> Result<(), Error> {
    let queue = JobQueue::find(queue.child).filter(|_| queue.resource == "shared");
    match queue.and_then(|queue| queue.misfit(job)) {
        Some(why) => Err(Error::of(name, format!("it submits {why}"))),
        None => Ok(()),
    }
}
