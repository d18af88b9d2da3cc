//! What `#[resource(..)]` sets on an event rule.

use super::{pattern, template};
use crate::compile_time::json_text;
use crate::kinds::properties::checks;
use crate::kinds::properties::setters::setters;
use crate::kinds::properties::target::{Start, Target};
use crate::kinds::properties::values;
use crate::references::fit;
use crate::references::param::{AnyParam, Param};
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use stack_core::services::referent::Referent;

/// The properties of an [`EventRule`](super::EventRule): `event_pattern` and `target` are required, all
/// others are optional.
#[derive(Clone, Copy, Debug)]
pub struct EventRuleProperties {
    pub(super) event_pattern: Option<&'static str>,
    pub(super) event_bus: Option<AnyParam>,
    pub(super) target: Option<Target>,
    pub(super) queue: Option<AnyParam>,
    pub(super) input: Option<&'static str>,
    pub(super) values: Pairs,
    pub(super) input_path: Option<&'static str>,
    pub(super) input_paths: Pairs,
    pub(super) input_template: Option<&'static str>,
    pub(super) enabled: bool,
    pub(super) retry_attempts: Option<u32>,
    pub(super) maximum_event_age: Option<u32>,
    pub(super) on_delivery_failure: Option<AnyParam>,
    pub(super) description: Option<&'static str>,
    pub(super) name: Option<&'static str>,
}

impl EventRuleProperties {
    pub(super) const fn new() -> Self {
        EventRuleProperties {
            event_pattern: None,
            event_bus: None,
            target: None,
            queue: None,
            input: None,
            values: &[],
            input_path: None,
            input_paths: &[],
            input_template: None,
            enabled: true,
            retry_attempts: None,
            maximum_event_age: None,
            on_delivery_failure: None,
            description: None,
            name: None,
        }
    }

    /// Which events start the target, as JSON:
    /// `r#"{"source": ["shop"], "detail": {"total": [{"numeric": [">", 100]}]}}"#`. A field is matched
    /// against a list of values or operators.
    #[track_caller]
    pub const fn event_pattern(mut self, json: &'static str) -> Self {
        pattern::check(json);
        self.event_pattern = Some(json);
        self
    }

    /// The event bus: the `name` or the `arn` of one. By default the account's default bus, which carries
    /// the events of AWS's services.
    #[track_caller]
    pub const fn event_bus<K>(mut self, bus: Param<K>) -> Self {
        let names = &[Referent::NameOfEventBus, Referent::ArnOfEventBus];
        self.event_bus =
            Some(fit::require("event_bus", bus.any(), names, "the `name` or the `arn` of an event bus"));
        self
    }

    /// What it starts: the `arn` of a function or of a state machine, the `job_definition_arn` of a batch
    /// job.
    #[track_caller]
    pub const fn target<K>(mut self, target: Param<K>) -> Self {
        self.target = Some(Target::new("an event rule", target.any()));
        self
    }

    /// The input as JSON, instead of the event. For a batch job an object with `Parameters` and
    /// `ContainerOverrides`.
    #[track_caller]
    pub const fn input(mut self, json: &'static str) -> Self {
        json_text::require("input", json);
        self.input = Some(json);
        self
    }

    /// What replaces `${name}` in the strings of `event_pattern` and `input`: `[("bucket", uploads.name)]`.
    /// In addition, `${AWS::Region}`, `${AWS::AccountId}`, `${AWS::Partition}` and `${AWS::StackName}` are
    /// filled in.
    #[track_caller]
    pub const fn values(mut self, values: Pairs) -> Self {
        checks::distinct("value", values);
        self.values = values;
        self
    }

    /// The part of the event that is the input: `$.detail`. By default the whole event.
    #[track_caller]
    pub const fn input_path(mut self, path: &'static str) -> Self {
        template::path(path);
        self.input_path = Some(path);
        self
    }

    /// Values from the event for `input_template`: `[("id", "$.detail.id")]`. At most 100.
    #[track_caller]
    pub const fn input_paths(mut self, paths: Pairs) -> Self {
        template::paths(paths);
        self.input_paths = paths;
        self
    }

    /// The input as JSON in which `<id>` stands for a value of `input_paths`: `r#"{"order": <id>}"#`.
    /// Inside a string it becomes part of the string.
    pub const fn input_template(mut self, json: &'static str) -> Self {
        self.input_template = Some(json);
        self
    }

    setters! { description, enabled, maximum_event_age, on_delivery_failure, queue, retry_attempts }

    /// The physical name: 1 to 64 letters, digits, `-`, `_` and `.`. By default CloudFormation chooses one.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("an event rule", name, "64", ".");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        let Some(pattern) = self.event_pattern else {
            panic!("an event rule needs a pattern: add `event_pattern = r#\"{{\"source\": [\"..\"]}}\"#`")
        };
        let Some(target) = self.target else {
            panic!("an event rule needs a target: add `target = ..`, such as the `arn` of a state machine")
        };
        let input = if let Some(input) = self.input { input } else { "" };
        values::require(self.values, "event_pattern and input", &[pattern, input]);
        let inputs = self.input.is_some() as u8
            + self.input_path.is_some() as u8
            + self.input_template.is_some() as u8;
        if inputs > 1 {
            panic!("input, input_path and input_template exclude each other: keep one");
        }
        match self.input_template {
            Some(text) => template::template(text, self.input_paths),
            None if !self.input_paths.is_empty() => {
                panic!("input_paths is for a template: add `input_template = ..`")
            }
            None => {}
        }
        match target.start {
            Start::Job => {
                if let Some(input) = self.input
                    && !json_text::is_object(input)
                {
                    panic!("the input of a batch job is an object, such as `{{\"Parameters\": {{..}}}}`");
                }
            }
            _ if self.queue.is_some() => panic!("queue is for a batch job, and the target is not one"),
            _ => {}
        }
    }
}
