//! What `#[resource(..)]` sets on a state machine.

use crate::compile_time::arn::parts;
use crate::compile_time::compare::{is_one_of, same, starts_with};
use crate::kinds::properties::setters::setters;
use crate::kinds::properties::{checks, iam};
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use crate::template::pseudo;

/// The properties of a [`StateMachine`](super::StateMachine). All are optional.
#[derive(Clone, Copy, Debug)]
pub struct StateMachineProperties {
    pub(super) logging: &'static str,
    pub(super) include_execution_data: bool,
    pub(super) log_retention: u32,
    pub(super) tracing: bool,
    pub(super) kms_key: Option<&'static str>,
    pub(super) kms_data_key_reuse: Option<u32>,
    pub(super) tags: Pairs,
    pub(super) name: Option<&'static str>,
    pub(super) iam_role_statements: Pairs,
    pub(super) grants: Pairs,
    pub(super) definition_string: bool,
}

impl StateMachineProperties {
    pub(super) const fn new(express: bool) -> Self {
        StateMachineProperties {
            // An Express execution leaves no history: without a log its failures would be invisible.
            logging: if express { "ERROR" } else { "OFF" },
            include_execution_data: false,
            log_retention: 90,
            tracing: false,
            kms_key: None,
            kms_data_key_reuse: None,
            tags: &[],
            name: None,
            iam_role_statements: &[],
            grants: &[],
            definition_string: false,
        }
    }

    /// What it logs: `ALL` events, `ERROR`, `FATAL`, or nothing with `OFF`. By default `OFF` for a
    /// Standard machine, which has its execution history, and `ERROR` for an Express one.
    #[track_caller]
    pub const fn logging(mut self, level: &'static str) -> Self {
        if !is_one_of(level, &["ALL", "ERROR", "FATAL", "OFF"]) {
            panic!("logging is ALL, ERROR, FATAL or OFF");
        }
        self.logging = level;
        self
    }

    /// Whether inputs, outputs and variables are logged too. `false` by default.
    pub const fn include_execution_data(mut self, include: bool) -> Self {
        self.include_execution_data = include;
        self
    }

    setters! { iam_role_statements, log_retention, tags }

    /// Whether executions are traced with X-Ray. `false` by default.
    pub const fn tracing(mut self, tracing: bool) -> Self {
        self.tracing = tracing;
        self
    }

    /// The ARN of the KMS key that encrypts definition, history and payloads. By default a key that AWS
    /// owns. The key's policy must allow the machine's role to use it, or leave that to IAM; with `logging`, it must also
    /// allow `kms:Decrypt` to `delivery.logs.amazonaws.com`. `${AWS::Partition}`, `${AWS::Region}` and
    /// `${AWS::AccountId}` are filled in.
    #[track_caller]
    pub const fn kms_key(mut self, arn: &'static str) -> Self {
        let [start, _, service, _, _, key] = parts(arn);
        if !same(start, "arn") || !same(service, "kms") || !starts_with(key, "key/") {
            panic!("kms_key is the ARN of a key: arn:aws:kms:<region>:<account>:key/<id>");
        }
        pseudo::check(arn);
        self.kms_key = Some(arn);
        self
    }

    /// How long a data key is reused, in seconds, 60 to 900. 300 by default. Needs `kms_key`.
    #[track_caller]
    pub const fn kms_data_key_reuse(mut self, seconds: u32) -> Self {
        if seconds < 60 || seconds > 900 {
            panic!("kms_data_key_reuse is 60 to 900 seconds");
        }
        self.kms_data_key_reuse = Some(seconds);
        self
    }

    /// The physical name: 1 to 80 letters, digits, `-`, `_`, `.`. By default CloudFormation chooses one,
    /// which is better: a machine with a fixed name cannot change its type.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a state machine", name, "80", ".");
        self.name = Some(name);
        self
    }

    /// What its role may do where the definition computes the resource, as pairs of an action and an ARN:
    /// `[("dynamodb:PutItem", orders.arn)]`. The role may then use these resources only, instead of every
    /// resource that may be meant. In a string, `${AWS::Partition}` and the like are filled in, as in
    /// `iam_role_statements`.
    #[track_caller]
    pub const fn grants(mut self, grants: Pairs) -> Self {
        iam::statements(grants);
        self.grants = grants;
        self
    }

    /// Whether the template contains the definition as one string, exactly as it was written, rather than
    /// as a readable object. `false` by default. A definition that CloudFormation would not take as an
    /// object, or change (because of a `null`, a key such as `Ref`, or a number of more than 15 digits), is
    /// a string always.
    pub const fn definition_string(mut self, string: bool) -> Self {
        self.definition_string = string;
        self
    }

    pub(super) const fn logs(&self) -> bool {
        !is_one_of(self.logging, &["OFF"])
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        if self.kms_data_key_reuse.is_some() && self.kms_key.is_none() {
            panic!("kms_data_key_reuse is for a key of your own: add `kms_key = \"arn:..\"`");
        }
        if !self.logs() {
            if used.has("log_group_arn") || used.has("log_group") {
                panic!("its log group is used, but it does not log: add `logging = \"ERROR\"`");
            }
            if self.include_execution_data {
                panic!("include_execution_data is for a machine that logs: add `logging = \"ALL\"`");
            }
        }
    }
}
