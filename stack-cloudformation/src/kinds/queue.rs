//! An SQS queue.

use super::properties::setters::setters;
use super::properties::tags::tags;
use super::properties::{checks, fifo, iam};
use crate::compile_time::compare::{ends_with, same, starts_with};
use crate::compile_time::message::fail;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::fit;
use crate::references::param::{AnyParam, Param, QueueArn, QueueName, QueueUrl};
use crate::references::uses::Uses;
use crate::references::value::{Pairs, Value};
use crate::template::object::{Object, get_att, reference, text};
use stack_core::json::{Json, Node};
use stack_core::services::referent::Referent;

/// An SQS queue, encrypted with a key that SQS owns.
///
/// ```ignore
/// #[resource(visibility_timeout_seconds = 60, redrive_target = failed_orders.arn, max_receive_count = 5)]
/// orders: Queue,
/// #[resource(message_retention_period_seconds = 1209600)]
/// failed_orders: Queue,
/// ```
///
/// The properties are on [`QueueProperties`], the parameters that others can refer to on
/// [`QueueReferences`].
#[derive(Debug)]
pub struct Queue {
    _private: (),
}

impl<S> BelongsTo<S> for Queue {}

impl Kind for Queue {
    type Properties = QueueProperties;
    type References = QueueReferences;
    const NEW: QueueProperties = QueueProperties::new();
    // The policy may name a topic whose messages go to the queue.
    const ACYCLIC_PROPERTIES: &'static [&'static str] = &["policy_statements"];

    fn emit(properties: &QueueProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a queue that others can refer to.
    pub struct QueueReferences {
        /// The queue's ARN.
        arn: QueueArn = GetAtt("Queue", "Arn");
        /// The queue's URL.
        url: QueueUrl = Ref("Queue");
        /// The queue's name.
        name: QueueName = GetAtt("Queue", "QueueName");
    }
}

/// Who may do what with a queue: an action, who, and on behalf of which resource.
type Statements = &'static [(&'static str, &'static str, Value)];

/// The properties of a [`Queue`]. All are optional.
#[derive(Clone, Copy, Debug)]
pub struct QueueProperties {
    delay_messages_second: Option<u32>,
    max_message_size_bytes: Option<u32>,
    message_retention_period_seconds: Option<u32>,
    long_polling_seconds: Option<u32>,
    visibility_timeout_seconds: Option<u32>,
    fifo_enabled: bool,
    fifo_high_throughput: bool,
    content_based_deduplication: bool,
    redrive_target: Option<AnyParam>,
    max_receive_count: Option<u32>,
    policy_statements: Statements,
    tags: Pairs,
    name: Option<&'static str>,
}

impl QueueProperties {
    const fn new() -> Self {
        QueueProperties {
            delay_messages_second: None,
            max_message_size_bytes: None,
            message_retention_period_seconds: None,
            long_polling_seconds: None,
            visibility_timeout_seconds: None,
            fifo_enabled: false,
            fifo_high_throughput: false,
            content_based_deduplication: false,
            redrive_target: None,
            max_receive_count: None,
            policy_statements: &[],
            tags: &[],
            name: None,
        }
    }

    /// How long a new message stays hidden, 0 to 900 seconds. 0 by default.
    #[track_caller]
    pub const fn delay_messages_second(mut self, seconds: u32) -> Self {
        if seconds > 900 {
            panic!("delay_messages_second is 0 to 900 seconds");
        }
        self.delay_messages_second = Some(seconds);
        self
    }

    /// The longest message, 1024 to 1048576 bytes. By default the most that SQS accepts.
    #[track_caller]
    pub const fn max_message_size_bytes(mut self, bytes: u32) -> Self {
        if bytes < 1024 || bytes > 1_048_576 {
            panic!("max_message_size_bytes is 1024 to 1048576 bytes");
        }
        self.max_message_size_bytes = Some(bytes);
        self
    }

    /// How long a message is kept, 60 to 1209600 seconds (14 days). 345600 (4 days) by default.
    #[track_caller]
    pub const fn message_retention_period_seconds(mut self, seconds: u32) -> Self {
        if seconds < 60 || seconds > 1_209_600 {
            panic!("message_retention_period_seconds is 60 to 1209600 seconds");
        }
        self.message_retention_period_seconds = Some(seconds);
        self
    }

    /// How long a receive call waits for a message, 0 to 20 seconds. 0 by default.
    #[track_caller]
    pub const fn long_polling_seconds(mut self, seconds: u32) -> Self {
        if seconds > 20 {
            panic!("long_polling_seconds is 0 to 20 seconds");
        }
        self.long_polling_seconds = Some(seconds);
        self
    }

    /// How long a message that was received is hidden from others, 0 to 43200 seconds (12 hours). 30 by
    /// default. For a queue that triggers a function, it must be at least the function's timeout.
    #[track_caller]
    pub const fn visibility_timeout_seconds(mut self, seconds: u32) -> Self {
        if seconds > 43_200 {
            panic!("visibility_timeout_seconds is 0 to 43200 seconds");
        }
        self.visibility_timeout_seconds = Some(seconds);
        self
    }

    /// Whether the throughput limits of a FIFO queue apply to each message group rather than to the queue.
    /// `false` by default.
    pub const fn fifo_high_throughput(mut self, high: bool) -> Self {
        self.fifo_high_throughput = high;
        self
    }

    /// The queue for messages that were received `max_receive_count` times without being deleted:
    /// `failed_orders.arn`. None by default. The target of a FIFO queue must be a FIFO queue too.
    #[track_caller]
    pub const fn redrive_target<K>(mut self, queue: Param<K>) -> Self {
        let names = &[Referent::ArnOfQueue];
        self.redrive_target =
            Some(fit::require("redrive_target", queue.any(), names, "the `arn` of a queue"));
        self
    }

    /// How often a message is received before it goes to `redrive_target`, 1 to 1000.
    #[track_caller]
    pub const fn max_receive_count(mut self, times: u32) -> Self {
        if times < 1 || times > 1000 {
            panic!("max_receive_count is 1 to 1000 times");
        }
        self.max_receive_count = Some(times);
        self
    }

    /// What the queue's own policy allows to others, as an action, a service, and the ARN on whose behalf
    /// the service acts: `[("sqs:SendMessage", "sns.amazonaws.com", news.arn)]`. Instead of a service, an
    /// account's number or the ARN of a role or user, with `"*"` after it. In a string,
    /// `${AWS::Partition}`, `${AWS::Region}` and `${AWS::AccountId}` are filled in.
    #[track_caller]
    pub const fn policy_statements(mut self, statements: Statements) -> Self {
        let mut i = 0;
        while i < statements.len() {
            let (action, who, source) = statements[i];
            if !starts_with(action, "sqs:") {
                fail(&[
                    "an action of a queue's policy is one of SQS, such as `sqs:SendMessage`: `",
                    action,
                    "`",
                ]);
            }
            iam::statement(action, source);
            if is_service(who) && is_any(source) {
                fail(&["`", who, "` acts for many: give the ARN of the resource on whose behalf it may"]);
            }
            if !is_service(who) && !starts_with(who, "arn:") && !is_account(who) {
                fail(&[
                    "a queue's policy is for a service, an account or the ARN of a role or user: `",
                    who,
                    "`",
                ]);
            }
            i += 1;
        }
        self.policy_statements = statements;
        self
    }

    setters! { content_based_deduplication, fifo_enabled }

    /// Tags: `[("team", "billing")]`. At most 50; keys of 1 to 128 characters, values up to 256: letters, digits, blanks
    /// and `_.:/=+-@`.
    #[track_caller]
    pub const fn tags(mut self, tags: Pairs) -> Self {
        checks::tags(tags);
        let mut i = 0;
        while i < tags.len() {
            if !is_tag(tags[i].0) || matches!(tags[i].1, Value::Text(text) if !is_tag(text)) {
                fail(&[
                    "a queue's tags have letters, digits, blanks and `_.:/=+-@` in them: the tag `",
                    tags[i].0,
                    "`",
                ]);
            }
            i += 1;
        }
        self.tags = tags;
        self
    }

    /// The physical name: 1 to 80 letters, digits, `-` and `_`, for a FIFO queue ending in `.fifo`. By
    /// default CloudFormation chooses one, which is better: a queue with a fixed name cannot be replaced.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        fifo::name("a queue", name, "80", "75");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        fifo::check("queue", self.fifo_enabled, self.content_based_deduplication, self.name);
        if !self.fifo_enabled && self.fifo_high_throughput {
            panic!("fifo_high_throughput is for FIFO queues: add `fifo_enabled = true`");
        }
        match (self.redrive_target, self.max_receive_count) {
            (Some(_), None) => panic!(
                "redrive_target needs the number of times that a message is received before: add `max_receive_count = 5`"
            ),
            (None, Some(_)) => {
                panic!("max_receive_count needs a queue to go to: add `redrive_target = name.arn`")
            }
            _ => {}
        }
    }

    fn emit(&self, scope: &mut Scope<'_>) {
        let redrive = self.redrive_target.map(|queue| {
            Object::new()
                .with("deadLetterTargetArn", scope.param(&queue))
                .maybe("maxReceiveCount", self.max_receive_count.map(i64::from))
        });
        let queue = Object::new()
            .maybe("QueueName", self.name)
            .maybe("DelaySeconds", self.delay_messages_second.map(i64::from))
            .maybe("MaximumMessageSize", self.max_message_size_bytes.map(i64::from))
            .maybe("MessageRetentionPeriod", self.message_retention_period_seconds.map(i64::from))
            .maybe("ReceiveMessageWaitTimeSeconds", self.long_polling_seconds.map(i64::from))
            .maybe("VisibilityTimeout", self.visibility_timeout_seconds.map(i64::from));
        let queue = fifo::emit(queue, "FifoQueue", self.fifo_enabled, self.content_based_deduplication)
            .maybe("DeduplicationScope", self.fifo_high_throughput.then_some("messageGroup"))
            .maybe("FifoThroughputLimit", self.fifo_high_throughput.then_some("perMessageGroupId"))
            .maybe("RedrivePolicy", redrive)
            .maybe("Tags", tags(scope, self.tags));
        scope.resource("Queue", "AWS::SQS::Queue", queue);
        self.policy(scope);
        scope.output("QueueUrl", reference(scope.id("Queue")), "The queue's URL");
    }

    fn policy(&self, scope: &mut Scope<'_>) {
        let queue = get_att(scope.id("Queue"), "Arn");
        let mut statements = Vec::new();
        for (action, who, source) in self.policy_statements {
            let principal = if is_service(who) { "Service" } else { "AWS" };
            let source = match source {
                any if is_any(*any) => None,
                Value::Text(arn) => Some(text(*arn)),
                other => Some(scope.value(other)),
            };
            let condition =
                source.map(|arn| Object::new().with("ArnEquals", Object::new().with("aws:SourceArn", arn)));
            let statement = Object::new()
                .with("Effect", "Allow")
                .with("Principal", Object::new().with(principal, text(*who)))
                .with("Action", *action)
                .with("Resource", queue.clone())
                .maybe("Condition", condition);
            statements.push(statement);
        }
        if !statements.is_empty() {
            let policy = policy(scope.id("Queue"), statements);
            scope.resource(POLICY, POLICY_TYPE, policy);
        }
    }
}

/// A queue has one policy.
const POLICY: &str = "QueuePolicy";
const POLICY_TYPE: &str = "AWS::SQS::QueuePolicy";

fn policy(queue: String, statements: Vec<Object>) -> Object {
    let document = Object::new().with("Version", "2012-10-17").with("Statement", Node::array(statements));
    Object::new().with("Queues", Node::array([reference(queue)])).with("PolicyDocument", document)
}

/// Lets the service send messages to the queue of that ARN on behalf of `source`. All queues have to be there.
pub(crate) fn allow(scope: &mut Scope<'_>, queue: &AnyParam, service: &'static str, source: Node<'static>) {
    let id = scope.id_of(queue);
    if scope.emitted(&id).is_none() {
        scope.note(format!("the policy of `{}` has to let {service} send messages to it", queue.resource));
        return;
    }
    let condition = Object::new().with("ArnEquals", Object::new().with("aws:SourceArn", source));
    let statement = Object::new()
        .with("Effect", "Allow")
        .with("Principal", Object::new().with("Service", service))
        .with("Action", "sqs:SendMessage")
        .with("Resource", scope.param(queue))
        .with("Condition", condition);
    let properties = scope.part_of(queue.resource, POLICY, POLICY_TYPE, || policy(id, Vec::new()));
    let statements = member(properties, "PolicyDocument").and_then(|document| member(document, "Statement"));
    if let Some(Json::Array(statements)) = statements.map(|statements| &mut statements.json) {
        statements.push(statement.node());
    }
}

fn member<'n>(node: &'n mut Node<'static>, name: &str) -> Option<&'n mut Node<'static>> {
    let Json::Object(members) = &mut node.json else { return None };
    members.iter_mut().find(|member| member.key.value == name).map(|member| &mut member.value)
}

/// Letters are those of any script.
const fn is_tag(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let is_sign = matches!(
            first,
            b' ' | b'_' | b'.' | b':' | b'/' | b'=' | b'+' | b'-' | b'@' | b'$' | b'{' | b'}'
        );
        if first.is_ascii() && !first.is_ascii_alphanumeric() && !is_sign {
            return false;
        }
        rest = others;
    }
    true
}

const fn is_service(who: &str) -> bool {
    ends_with(who, ".amazonaws.com")
}

const fn is_any(source: Value) -> bool {
    match source {
        Value::Text(text) => same(text, "*"),
        _ => false,
    }
}

const fn is_account(who: &str) -> bool {
    let mut digits = 0;
    while digits < who.len() && who.as_bytes()[digits].is_ascii_digit() {
        digits += 1;
    }
    who.len() == 12 && digits == 12
}
