//! The kind: an SQS queue with the words of the post.

use stack::json::Json;
use stack::param::{Param, ParamKind, QueueUrl, Text};
use stack::scope::{Emitted, Object, Scope};
use stack::{BelongsTo, Connect, Error, Kind, Uses, Value};

/// An SQS queue.
#[derive(Debug)]
pub enum Mailbox {}

/// What a mailbox's address is.
#[derive(Debug)]
pub enum MailboxArn {}

impl ParamKind for MailboxArn {
    const WHAT: &'static str = "a mailbox's ARN";
}

/// The properties of a mailbox.
#[derive(Clone, Copy, Debug)]
pub struct MailboxProperties {
    keep_seconds: u32,
    undelivered: Option<stack::param::AnyParam>,
    tags: &'static [(&'static str, Value)],
}

impl MailboxProperties {
    /// How long letters are kept, in seconds: 60 to 1209600. Default: 345600, four days.
    #[track_caller]
    pub const fn keep_seconds(mut self, seconds: u32) -> Self {
        assert!(60 <= seconds && seconds <= 1_209_600, "keep_seconds is 60 to 1209600 seconds");
        self.keep_seconds = seconds;
        self
    }

    /// The mailbox for letters that were received three times in vain. Default: none.
    pub const fn undelivered(mut self, mailbox: Param<MailboxArn>) -> Self {
        self.undelivered = Some(mailbox.any());
        self
    }

    /// Tags of the queue. Default: none.
    pub const fn tags(mut self, tags: &'static [(&'static str, Value)]) -> Self {
        self.tags = tags;
        self
    }

    /// Everything goes with everything.
    pub const fn check(&self, _: &Uses) {}
}

stack::references! {
    /// What a mailbox gives to others.
    pub struct MailboxReferences {
        /// Its ARN.
        arn: MailboxArn = GetAtt("Queue", "Arn");
        /// Its URL: that of a queue, so a task can send to it.
        url: QueueUrl = Ref("Queue");
        /// The queue.
        queue: struct MailboxQueueReferences {
            /// Its name.
            name: Text = GetAtt("Queue", "QueueName");
        }
    }
}

impl Connect for MailboxReferences {
    const GRANTS: &'static [(&'static [&'static str], &'static [&'static str])] =
        &[(&["sqs:SendMessage"], &["${arn}"])];
    const VARIABLES: &'static [&'static str] = &["url", "queue.name"];
}

impl<S> BelongsTo<S> for Mailbox {}

impl Kind for Mailbox {
    type Properties = MailboxProperties;
    type References = MailboxReferences;
    const NEW: MailboxProperties = MailboxProperties { keep_seconds: 345_600, undelivered: None, tags: &[] };

    fn emit(properties: &MailboxProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        let undelivered = properties.undelivered.map(|mailbox| {
            Object::new().with("deadLetterTargetArn", scope.param(&mailbox)).with("maxReceiveCount", 3)
        });
        let mut tags = Vec::new();
        for (key, value) in properties.tags {
            tags.push(Object::new().with("Key", *key).with("Value", scope.text(value)));
        }
        let queue = Object::new()
            .with("MessageRetentionPeriod", i64::from(properties.keep_seconds))
            .maybe("RedrivePolicy", undelivered)
            .maybe("Tags", (!tags.is_empty()).then(|| stack::json::Node::array(tags)));
        scope.resource("Queue", "AWS::SQS::Queue", queue);
        if let Some(mailbox) = properties.undelivered {
            let (name, own, other) = (scope.name(), scope.id("Queue"), scope.id_of(&mailbox));
            scope.check(move |emitted| {
                let (theirs, ours) = (kept(emitted, &other), kept(emitted, &own));
                if theirs.zip(ours).is_some_and(|(theirs, ours)| theirs < ours) {
                    let text = format!(
                        "`{}` keeps letters less long than `{name}`, whose letters it gets",
                        mailbox.resource
                    );
                    return Err(Error::new(text));
                }
                Ok(())
            });
        }
        Ok(())
    }
}

/// How long the queue of that logical id keeps letters, in seconds.
fn kept(emitted: &Emitted<'_>, id: &str) -> Option<u32> {
    match &emitted.resource(id)?.properties().get("MessageRetentionPeriod")?.json {
        Json::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}
