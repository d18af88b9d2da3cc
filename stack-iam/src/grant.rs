//! What the role of a machine has to allow for an integration: which actions of IAM, on what, and when.

use crate::template::Template;

/// What is on that ARN or pattern.
macro_rules! on_arn {
    ($text:expr) => {
        Target::Arn($crate::template::Template::new($text))
    };
}

/// What is on that ARN or pattern, or on what the first parameter in it has the ARN of.
macro_rules! on_resource {
    ($text:expr) => {
        Target::Resource($crate::template::Template::new($text))
    };
}

/// An ARN of this account and region, from the service and the resource.
macro_rules! arn {
    ($service:expr, $resource:expr) => {
        concat!("arn:${AWS::Partition}:", $service, ":${AWS::Region}:${AWS::AccountId}:", $resource)
    };
}

/// The rule of EventBridge by which Step Functions learns that a job of `.sync` has ended.
macro_rules! rule {
    ($name:expr) => {
        Grant::new(
            &["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            &[on_arn!(arn!("events", concat!("rule/", $name)))],
        )
        .when(When::Sync)
    };
}

/// Permission to hand a role, which a parameter names, to a service.
macro_rules! pass_role {
    ($parameter:literal, $service:literal) => {
        Grant::new(&["iam:PassRole"], &[on_resource!(role!($parameter))])
            .only_if(Condition::PassedTo($service))
    };
}

/// The role that a parameter names. A service takes roles of its own account only.
macro_rules! role {
    ($parameter:literal) => {
        concat!("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/{", $parameter, "}")
    };
}

/// Permissions that are needed together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grant {
    /// IAM's actions, sorted.
    pub actions: &'static [&'static str],
    /// The resources, each of them.
    pub on: &'static [Target],
    /// When they are needed.
    pub when: When,
    /// A condition of the statement.
    pub condition: Condition,
}

/// When a grant is needed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    /// Always.
    Always,
    /// With `.sync`, in any version.
    Sync,
    /// If the task has that parameter.
    With(&'static str),
    /// Unless the task has that parameter.
    Without(&'static str),
    /// If the task has the first of those parameters and not the second.
    WithBut(&'static str, &'static str),
    /// If that parameter has that value, or one that is known at run time only.
    Is(&'static str, &'static str),
}

/// What a grant is on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// This ARN or pattern. A parameter that is known at run time only is a `*` in it.
    Arn(Template),
    /// The same, but the first parameter in it may be an ARN itself: then that, and what follows the parameter.
    Resource(Template),
    /// What a parameter names in a way of its own.
    Named(NamedResource),
    /// Something that the task's parameters do not tell, so that the pattern is wider than it should be. The text
    /// says what it is.
    Implicit(&'static str, &'static str),
    /// The machine itself.
    Machine,
}

/// A resource that a parameter names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NamedResource {
    /// The parameter.
    pub parameter: &'static str,
    /// The ARNs of what a text names; nothing if it cannot be read. A `*` stands in it for what is known at run
    /// time only.
    pub arns: fn(&str) -> Vec<String>,
    /// What is allowed of the ARN of a resource of the stack.
    pub of_arn: ArnPattern,
    /// What is allowed of a text that only the deployment knows and that is no ARN; none if `otherwise` is used then.
    pub of_text: Option<ArnPattern>,
    /// The narrowest pattern that holds whatever the parameter may say.
    pub otherwise: &'static str,
}

/// A pattern made from an ARN or another text that only the deployment knows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ArnPattern {
    /// The text.
    Itself,
    /// The text with something appended.
    WithSuffix(&'static str),
    /// What stands at that place of the text, counted from 0 between those signs, as `${Name}` in that other text.
    FromPart(&'static str, u8, &'static str),
}

/// A condition of a statement.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Condition {
    /// None.
    None,
    /// `iam:PassedToService`: a role may be handed to that service only, such as `ecs-tasks.amazonaws.com`.
    PassedTo(&'static str),
    /// That key of the request has that value.
    Equals(&'static str, Template),
    /// The HTTP endpoint and the method are those of the task.
    Endpoint,
    /// A key's grant is for a service of AWS.
    GrantForAws,
}

impl Grant {
    /// One that is always needed, without a condition.
    pub(crate) const fn new(actions: &'static [&'static str], on: &'static [Target]) -> Self {
        Grant { actions, on, when: When::Always, condition: Condition::None }
    }

    /// The same, needed then.
    pub(crate) const fn when(self, when: When) -> Self {
        Grant { when, ..self }
    }

    /// The same on that condition.
    pub(crate) const fn only_if(self, condition: Condition) -> Self {
        Grant { condition, ..self }
    }
}

/// Permissions that a call needs together; as a [`Grant`], but that IAM's actions may come from the table.
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    /// IAM's actions.
    pub actions: Vec<String>,
    /// The resources, each of them that the task's parameters name.
    pub on: &'static [Target],
    /// When they are needed.
    pub when: When,
    /// A condition of the statement.
    pub condition: Condition,
}

impl From<&Grant> for Permission {
    fn from(grant: &Grant) -> Self {
        Permission {
            actions: owned(grant.actions),
            on: grant.on,
            when: grant.when,
            condition: grant.condition,
        }
    }
}

impl Permission {
    /// Whether it uses a key of KMS.
    pub(crate) fn uses_key(&self) -> bool {
        self.actions.iter().any(|action| action.starts_with("kms:"))
    }

    /// Whether it hands a role over.
    pub(crate) fn passes(&self) -> bool {
        self.actions.iter().any(|action| action == "iam:PassRole")
    }
}

/// IAM's actions as a list of their own.
pub(crate) fn owned(actions: &[&str]) -> Vec<String> {
    let mut owned = Vec::new();
    for action in actions {
        owned.push((*action).to_owned());
    }
    owned
}

/// The ARN of a resource of this account and region.
pub(crate) fn arn(service: &str, resource: &str) -> String {
    format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}")
}
