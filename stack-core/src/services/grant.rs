//! What the role of a machine has to allow for an integration.

/// Permissions that are needed together.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    /// IAM's actions, sorted.
    pub actions: &'static [&'static str],
    /// The resources, each of them.
    pub on: &'static [On],
    /// When they are needed.
    pub when: When,
    /// A condition of the statement.
    pub condition: Condition,
}

/// When a grant is needed.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Always.
    Always,
    /// With `.sync`, in any version.
    Sync,
    /// If the task has that parameter.
    With(&'static str),
}

/// What a grant is on.
#[derive(Clone, Copy, Debug)]
pub enum On {
    /// Resources that are known without the task: an ARN or a pattern, in which `${AWS::Region}` and the like may stand.
    Arn(&'static str),
    /// What a parameter of the task names.
    Named(Named),
}

/// A resource that a parameter names.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The parameter; a path with dots for one inside another: `Authentication.ConnectionArn`.
    pub parameter: &'static str,
    /// The ARNs of what a text names; `${AWS::Region}` and the like may stand in them.
    pub arns: fn(&str) -> Vec<String>,
    /// What is allowed of the ARN of a resource of the stack.
    pub form: Form,
    /// The narrowest pattern that holds whatever the parameter will say, for one that is known at run time only.
    pub otherwise: &'static str,
}

/// A pattern made from the ARN of a resource of the stack.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// The ARN.
    Itself,
    /// The ARN with something appended.
    With(&'static str),
    /// Every revision of a Batch job definition, whose ARN ends in one: an execution that runs while the stack is updated
    /// goes on with the revision that it began with.
    Revisions,
}

/// A condition of a statement.
#[derive(Clone, Copy, Debug)]
pub enum Condition {
    /// None.
    None,
    /// `iam:PassedToService`: a role may be handed to that service only, such as `ecs-tasks.amazonaws.com`.
    PassedTo(&'static str),
}

impl Grant {
    /// One that is always needed, without a condition.
    pub const fn new(actions: &'static [&'static str], on: &'static [On]) -> Self {
        Grant { actions, on, when: When::Always, condition: Condition::None }
    }

    /// The same, needed then.
    pub const fn when(self, when: When) -> Self {
        Grant { when, ..self }
    }

    /// The same on that condition.
    pub const fn only_if(self, condition: Condition) -> Self {
        Grant { condition, ..self }
    }
}

/// The ARN of a resource of this account and region.
pub fn arn(service: &str, resource: &str) -> String {
    format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}")
}
