//! An SNS topic.

use super::properties::fifo;
use super::properties::setters::setters;
use super::properties::tags::tags;
use crate::compile_time::compare;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{TopicArn, TopicName};
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use crate::template::object::{Object, reference, sub};

/// An SNS topic.
///
/// ```ignore
/// news: Topic,
/// ```
///
/// The properties are on [`TopicProperties`], the parameters that others can refer to on
/// [`TopicReferences`].
#[derive(Debug)]
pub struct Topic {
    _private: (),
}

impl<S> BelongsTo<S> for Topic {}

impl Kind for Topic {
    type Properties = TopicProperties;
    type References = TopicReferences;
    const NEW: TopicProperties = TopicProperties::new();

    fn emit(properties: &TopicProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a topic that others can refer to.
    pub struct TopicReferences {
        /// The topic's ARN.
        arn: TopicArn = Ref("Topic");
        /// The topic's name.
        name: TopicName = GetAtt("Topic", "TopicName");
    }
}

/// The properties of a [`Topic`]. All are optional.
#[derive(Clone, Copy, Debug)]
pub struct TopicProperties {
    sms_display_name: Option<&'static str>,
    fifo_enabled: bool,
    content_based_deduplication: bool,
    tags: Pairs,
    name: Option<&'static str>,
}

impl TopicProperties {
    const fn new() -> Self {
        TopicProperties {
            sms_display_name: None,
            fifo_enabled: false,
            content_based_deduplication: false,
            tags: &[],
            name: None,
        }
    }

    /// The sender that messages name, 1 to 100 characters; a text message shows the first ten. None by
    /// default.
    #[track_caller]
    pub const fn sms_display_name(mut self, name: &'static str) -> Self {
        if name.is_empty() || compare::longer(name, 100) {
            panic!("sms_display_name has 1 to 100 characters");
        }
        self.sms_display_name = Some(name);
        self
    }

    setters! { content_based_deduplication, fifo_enabled, tags }

    /// The physical name: 1 to 256 letters, digits, `-` and `_`, for a FIFO topic ending in `.fifo`. By
    /// default CloudFormation chooses one, and a FIFO topic is named after the stack.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        fifo::name("a topic", name, "256", "251");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        fifo::check("topic", self.fifo_enabled, self.content_based_deduplication, self.name);
    }

    fn emit(&self, scope: &mut Scope<'_>) {
        let id = scope.id("Topic");
        let made = self.fifo_enabled.then(|| sub(fifo::default_name(&id)));
        let topic = Object::new()
            .maybe("TopicName", self.name.map(Into::into).or(made))
            .maybe("DisplayName", self.sms_display_name);
        let topic = fifo::emit(topic, "FifoTopic", self.fifo_enabled, self.content_based_deduplication)
            .maybe("Tags", tags(scope, self.tags));
        scope.resource("Topic", "AWS::SNS::Topic", topic);
        scope.output("TopicArn", reference(id), "The topic's ARN");
    }
}
