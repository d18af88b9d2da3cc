//! Schedules and event rules: their templates, and what their properties refuse.
//!
//! `UPDATE_EXPECT=1 cargo test -p stack-cloudformation` writes the templates anew.

mod support;

use expect_test::expect_file;
use stack_cloudformation::kind::Kind;
use stack_cloudformation::kinds::{
    BatchJob, BatchJobReferences, Bucket, BucketReferences, EventBus, EventBusReferences, EventRule,
    EventRuleProperties, Function, FunctionReferences, Imported, Queue, QueueReferences, Schedule,
    ScheduleProperties, StateMachine, StateMachineReferences,
};
use stack_cloudformation::shared::SharedReferences;
use stack_cloudformation::stack::Stack;
use stack_cloudformation::uses::Uses;
use stack_cloudformation::value::{Arg, Value};

const BILL: FunctionReferences = FunctionReferences::of("bill");
const REPORT: BatchJobReferences = BatchJobReferences::of("report");
const BUYING: StateMachineReferences = StateMachineReferences::of("buying");
const UPLOADS: BucketReferences = BucketReferences::of("uploads");
const SHARED: SharedReferences = SharedReferences::of("shared");
const FAILED: QueueReferences = QueueReferences::of("failed");
const GUARDED: QueueReferences = QueueReferences::of("guarded");
const BUS: EventBusReferences = EventBusReferences::of("bus");

machine! { Buying Standard r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }

stack! { Triggers {
    every_morning: Schedule = |new| new
        .schedule_rate("cron(0 9 ? * MON-FRI *)")
        .timezone("Europe/Berlin")
        .target(BUYING.arn)
        .input(r#"{ "full": true, "at": "<aws.scheduler.scheduled-time>" }"#)
        .flexible_window(15)
        .retry_attempts(3)
        .maximum_event_age(3600)
        .description("The report of the day")
        .name("every-morning"),
    often: Schedule = |new| new.schedule_rate("rate(5 minutes)").target(BILL.arn).enabled(false),
    nightly: Schedule = |new| new
        .schedule_rate("cron(0 2 * * ? *)")
        .target(REPORT.job_definition_arn)
        .input(r#"{"ContainerOverrides": {"Environment": [{"Name": "SHELL", "Value": "${HOME}"}]}}"#),
    weekly: Schedule = |new| new
        .schedule_rate("rate(7 days)")
        .target(BILL.arn)
        .input(r#"{"bucket": "${bucket}"}"#)
        .values(&[("bucket", Arg(UPLOADS.arn).value())]),
    once: Schedule = |new| new
        .schedule_rate("at(2030-01-31T09:00:00)")
        .target(REPORT.job_definition_arn)
        .queue(SHARED.batch_spot_job_queue.arn)
        .input(r#"{"JobName": "the-last"}"#),
    order_placed: EventRule = |new| new
        .event_pattern(r#"{"source": ["shop"], "detail": {"total": [{"numeric": [">", 100.50]}]}}"#)
        .target(BUYING.arn)
        .input_path("$.detail")
        .retry_attempts(0)
        .maximum_event_age(60),
    card_refused: EventRule = |new| new
        .event_pattern(r#"{"source": ["shop"]}"#)
        .target(BILL.arn)
        .input_paths(&[("id", Value::Text("$.detail.id"))])
        .input_template(r#"{"order": <id>, "text": "the order <id>"}"#)
        .description("A card was refused")
        .name("card-refused"),
    uploaded: EventRule = |new| new
        .event_pattern(
            r#"{"source": ["aws.s3"], "account": ["${AWS::AccountId}"], "detail": {"bucket": {"name": ["${bucket}"]}}}"#,
        )
        .target(REPORT.job_definition_arn)
        .input(r#"{"Parameters": {"from": "s3://${bucket}/${folder}", "shell": "${HOME}", "stack": "${AWS::StackName}"}}"#)
        .values(&[("bucket", Arg(UPLOADS.name).value()), ("folder", Value::Text("a\"b"))])
        .enabled(false),
    uploads: Bucket = |new| new.enable_event_bus_notifications(true),
    bill: Function = |new| new.entryfile_path("functions/bill.ts"),
    report: BatchJob = |new| new.entryfile_path("jobs/report.ts"),
    buying: StateMachine<Buying> = |new| new,
}}

#[test]
fn what_a_trigger_starts_and_the_role_that_may_start_it() {
    expect_file!["templates/triggers.json"].assert_eq(&Triggers::template().unwrap().to_json());
}

stack! { Failures {
    often: Schedule = |new| new.schedule_rate("rate(1 day)").target(BILL.arn).on_delivery_failure(FAILED.arn),
    placed: EventRule = |new| new
        .event_pattern(r#"{"source": ["shop"]}"#)
        .target(BUYING.arn)
        .event_bus(BUS.name)
        .on_delivery_failure(FAILED.arn),
    paid: EventRule = |new| new
        .event_pattern(r#"{"source": ["shop"]}"#)
        .target(BUYING.arn)
        .event_bus(BUS.arn)
        .on_delivery_failure(GUARDED.arn),
    failed: Queue = |new| new,
    guarded: Queue = |new| new.policy_statements(&[("sqs:SendMessage", "111122223333", Value::Text("*"))]),
    bus: EventBus = |new| new,
    bill: Function = |new| new.entryfile_path("functions/bill.ts"),
    buying: StateMachine<Buying> = |new| new,
}}

#[test]
fn what_is_not_delivered_goes_to_a_queue_whose_policy_takes_it() {
    expect_file!["templates/failures.json"].assert_eq(&Failures::template().unwrap().to_json());
}

stack! { QueueElsewhere {
    placed: EventRule = |new| new
        .event_pattern(r#"{"source": ["shop"]}"#)
        .target(BILL.arn)
        .on_delivery_failure(FAILED.arn),
    failed: Imported<Queue> = |new| new.arn("arn:aws:sqs:eu-west-1:111122223333:failed"),
    bill: Function = |new| new.entryfile_path("functions/bill.ts"),
}}

#[test]
fn the_policy_of_a_queue_of_elsewhere_is_the_users_own() {
    let template = QueueElsewhere::template().unwrap();
    assert_eq!(
        template.notes(),
        ["`placed`: the policy of `failed` has to let events.amazonaws.com send messages to it"]
    );
    assert!(!template.to_json().contains("AWS::SQS::QueuePolicy"));
}

stack! { WrongQueue {
    nightly: Schedule = |new| new
        .schedule_rate("rate(1 day)")
        .target(REPORT.job_definition_arn)
        .queue(SHARED.batch_fargate_job_queue.arn),
    report: BatchJob = |new| new.entryfile_path("jobs/report.ts"),
}}

#[test]
fn a_job_is_not_sent_to_a_queue_that_does_not_run_it() {
    assert_eq!(
        WrongQueue::template().unwrap_err().to_string(),
        "`nightly`: it submits `report`, which runs on EC2 instances, to `shared.batch_fargate_job_queue`, which runs jobs on Fargate: use `shared.batch_on_demand_job_queue.arn`"
    );
}

stack! { UnknownQueue {
    nightly: Schedule = |new| new.schedule_rate("rate(1 day)").target(REPORT.job_definition_arn),
    bill: Function = |new| new.entryfile_path("functions/bill.ts"),
}}

#[test]
fn a_job_of_which_nothing_is_known_needs_a_queue() {
    let error = UnknownQueue::template().unwrap_err().to_string();
    assert_eq!(error, "`nightly`: the queue of `report` is missing: add `queue = ..`");
}

const UNUSED: &Uses = &Uses::new("it", &[]);

fn schedule() -> ScheduleProperties {
    Schedule::NEW.schedule_rate("rate(1 day)").target(BILL.arn)
}

fn rule() -> EventRuleProperties {
    EventRule::NEW.event_pattern(r#"{"source": ["shop"]}"#).target(BILL.arn)
}

refused! {
    an_expression_that_is_none: Schedule::NEW.schedule_rate("daily") => "schedule_rate is `rate(5 minutes)`";
    a_zone_with_blanks: Schedule::NEW.timezone("Europe / Berlin") => "timezone is a name of the IANA database";
    no_zone: Schedule::NEW.timezone("") => "timezone is a name of the IANA database";
    a_target_that_cannot_be_started: Schedule::NEW.target(BILL.name)
        => "a schedule cannot start `bill.name`, which is a function's name\nhelp: did you mean `bill.arn`?";
    an_input_that_is_no_json: schedule().input("{a: 1}") => "input, column 2: not JSON";
    no_window: schedule().flexible_window(0) => "flexible_window is 1 to 1440 minutes";
    a_window_of_days: schedule().flexible_window(1441) => "flexible_window is 1 to 1440 minutes";
    many_attempts: schedule().retry_attempts(186) => "retry_attempts is 0 to 185";
    a_short_age: schedule().maximum_event_age(59) => "maximum_event_age is 60 to 86400 seconds";
    a_long_age: schedule().maximum_event_age(86_401) => "maximum_event_age is 60 to 86400 seconds";
    a_long_description: schedule().description("x".repeat(513).leak()) => "description has up to 512 characters";
    a_name_with_blanks: schedule().name("every day") => "a schedule's name has 1 to 64 characters";
    a_schedule_without_times: Schedule::NEW.target(BILL.arn).check(UNUSED) => "a schedule needs its times";
    a_schedule_without_target: Schedule::NEW.schedule_rate("rate(1 day)").check(UNUSED) => "a schedule needs a target";
    a_queue_of_a_function: schedule().queue(SHARED.batch_spot_job_queue.arn).check(UNUSED)
        => "queue is for a batch job, and the target is not one";
    a_job_with_a_list: schedule().target(REPORT.job_definition_arn).input("[]").check(UNUSED)
        => "the input of a batch job is an object";
    a_job_that_is_named_twice: schedule().target(REPORT.job_definition_arn).input(r#"{"JobQueue": "x"}"#).check(UNUSED)
        => "input, column 2: `JobQueue` is known from `target` and `queue`";

    a_pattern_that_is_no_json: EventRule::NEW.event_pattern("{") => "event_pattern, column 2: not JSON";
    a_rule_for_a_role: EventRule::NEW.target(BILL.lambda_role.arn)
        => "an event rule cannot start `bill.lambda_role.arn`, which is a role's ARN\nhelp: it starts a function or";
    a_bus_that_is_none: rule().event_bus(BILL.name) => "`event_bus` takes the `name` or the `arn` of an event bus, and `bill.name` is a function's name";
    a_path_without_root: rule().input_path("detail") => "a path into the event starts with `$`";
    a_rule_without_pattern: EventRule::NEW.target(BILL.arn).check(UNUSED) => "an event rule needs a pattern";
    a_rule_without_target: EventRule::NEW.event_pattern(r#"{"source": ["a"]}"#).check(UNUSED)
        => "an event rule needs a target";
    two_inputs: rule().input("{}").input_path("$").check(UNUSED)
        => "input, input_path and input_template exclude each other";
    values_without_template: rule().input_paths(&[("id", Value::Text("$.id"))]).check(UNUSED)
        => "input_paths is for a template";
    a_value_that_is_no_path: rule().input_paths(&[("id", Value::Integer(1))]) => "the value `id` is a path";
    a_placeholder_without_a_value: rule().input_template(r#"{"a": <id>}"#).check(UNUSED) => "input_paths has no `id`";
    a_rule_with_a_queue: rule().queue(SHARED.batch_spot_job_queue.arn).check(UNUSED)
        => "queue is for a batch job, and the target is not one";
    a_rule_with_a_list_for_a_job: rule().target(REPORT.job_definition_arn).input("[]").check(UNUSED)
        => "the input of a batch job is an object";
    a_value_that_is_nowhere: rule().values(&[("bucket", Value::Text("x"))]).check(UNUSED)
        => "values names `bucket`, which is not in event_pattern and input: write `${bucket}` there";
    a_value_of_no_input: schedule().values(&[("bucket", Value::Text("x"))]).check(UNUSED)
        => "values names `bucket`, which is not in input";
    a_value_twice: rule().values(&[("a", Value::Text("x")), ("a", Value::Text("y"))]) => "the value `a` is listed twice";
    a_rule_with_many_attempts: rule().retry_attempts(186) => "retry_attempts is 0 to 185";
    a_rule_with_a_short_age: rule().maximum_event_age(59) => "maximum_event_age is 60 to 86400 seconds";
    a_rule_with_a_long_description: rule().description("x".repeat(513).leak()) => "description has up to 512";
    a_rule_with_a_name_with_blanks: rule().name("order placed") => "an event rule's name has 1 to 64 characters";
}
