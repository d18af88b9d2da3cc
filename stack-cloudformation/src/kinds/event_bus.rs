//! An EventBridge event bus, with an archive if it is wanted.

use super::properties::checks;
use super::properties::setters::setters;
use super::properties::tags::tags;
use crate::compile_time::compare::{self, starts_with};
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{EventBusArn, EventBusName, Text};
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use crate::template::object::{Object, get_att, reference, sub};
use stack_core::json::Node;

/// An EventBridge event bus.
///
/// ```ignore
/// #[resource(archive = true, archive_retention_days = 30)]
/// orders: EventBus,
/// ```
///
/// The properties are on [`EventBusProperties`], the parameters that others can refer to on
/// [`EventBusReferences`].
#[derive(Debug)]
pub struct EventBus {
    _private: (),
}

impl<S> BelongsTo<S> for EventBus {}

impl Kind for EventBus {
    type Properties = EventBusProperties;
    type References = EventBusReferences;
    const NEW: EventBusProperties = EventBusProperties::new();

    fn emit(properties: &EventBusProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of an event bus that others can refer to.
    pub struct EventBusReferences {
        /// The bus's ARN.
        arn: EventBusArn = GetAtt("EventBus", "Arn");
        /// The bus's name.
        name: EventBusName = Ref("EventBus");
        /// The ARN of its archive, if `archive = true`.
        archive_arn: Text = GetAtt("Archive", "Arn");
    }
}

/// The properties of an [`EventBus`]. All are optional.
#[derive(Clone, Copy, Debug)]
pub struct EventBusProperties {
    event_source_name: Option<&'static str>,
    archive: bool,
    archive_retention_days: Option<u32>,
    description: Option<&'static str>,
    tags: Pairs,
    name: Option<&'static str>,
}

impl EventBusProperties {
    const fn new() -> Self {
        EventBusProperties {
            event_source_name: None,
            archive: false,
            archive_retention_days: None,
            description: None,
            tags: &[],
            name: None,
        }
    }

    /// The partner event source whose events the bus receives, such as
    /// `aws.partner/example.com/12345/orders`. The bus has the same name.
    #[track_caller]
    pub const fn event_source_name(mut self, name: &'static str) -> Self {
        if !starts_with(name, "aws.partner/") {
            panic!("event_source_name is that of a partner: aws.partner/<partner>/<name>");
        }
        checks::name("an event source", name, "256", "./");
        self.event_source_name = Some(name);
        self
    }

    /// Whether every event is archived, so that it can be replayed. `false` by default.
    pub const fn archive(mut self, archive: bool) -> Self {
        self.archive = archive;
        self
    }

    /// How long the archive keeps an event, 1 day or more. Forever by default. Needs `archive = true`.
    #[track_caller]
    pub const fn archive_retention_days(mut self, days: u32) -> Self {
        if days < 1 {
            panic!("archive_retention_days is 1 day or more; without it, events are kept forever");
        }
        self.archive_retention_days = Some(days);
        self
    }

    setters! { description, tags }

    /// The physical name: 1 to 256 letters, digits, `-`, `_` and `.`; not `default`, which is AWS's own. By
    /// default it is named after the stack.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("an event bus", name, "256", ".");
        if compare::is_one_of(name, &["default"]) {
            panic!("the event bus `default` is there in every account");
        }
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        if self.event_source_name.is_some() && self.name.is_some() {
            panic!("a partner's event bus is named after its source: leave out `name`");
        }
        if !self.archive && self.archive_retention_days.is_some() {
            panic!("archive_retention_days is for a bus with an archive: add `archive = true`");
        }
        if !self.archive && used.has("archive_arn") {
            panic!("its `archive_arn` is used, but it has no archive: add `archive = true`");
        }
    }

    fn emit(&self, scope: &mut Scope<'_>) {
        let id = scope.id("EventBus");
        let name: Node<'static> = match self.event_source_name.or(self.name) {
            Some(name) => name.into(),
            None => sub(format!("${{AWS::StackName}}-{id}")),
        };
        let bus = Object::new()
            .with("Name", name)
            .maybe("EventSourceName", self.event_source_name)
            .maybe("Description", self.description)
            .maybe("Tags", tags(scope, self.tags));
        scope.resource("EventBus", "AWS::Events::EventBus", bus);
        if self.archive {
            let archive = Object::new()
                .with("SourceArn", get_att(&*id, "Arn"))
                .maybe("RetentionDays", self.archive_retention_days.map(i64::from));
            scope.resource("Archive", "AWS::Events::Archive", archive);
        }
        scope.output("EventBusName", reference(id), "The event bus's name");
    }
}
