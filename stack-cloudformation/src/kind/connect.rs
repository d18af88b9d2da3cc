//! `connect_to = [orders, jobs]`: what connecting to a resource gives, permissions and environment variables.

use crate::compile_time::compare::same;
use crate::compile_time::message::fail;
use crate::kind::scope::Scope;
use crate::references::param::AnyParam;
use crate::references::value::Pairs;
use crate::template::object::{Object, of_sub, reference, sub_text};
use stack_core::json::Node;
use stack_core::services::referent::Referent;
use stack_iam::Policy;
use stack_iam::all_revisions;

/// What a function or a batch job gets that is connected to a resource; a kind's references implement it.
///
/// ```
/// use stack_cloudformation::connect::Connect;
/// use stack_cloudformation::param::Text;
///
/// stack_cloudformation::references! {
///     /// What a mailbox gives to others.
///     pub struct MailboxReferences {
///         /// Its URL.
///         url: Text = Ref("Queue");
///         /// Its ARN.
///         arn: Text = GetAtt("Queue", "Arn");
///     }
/// }
///
/// impl Connect for MailboxReferences {
///     const GRANTS: &'static [(&'static [&'static str], &'static [&'static str])] =
///         &[(&["sqs:SendMessage"], &["${arn}"])];
///     const VARIABLES: &'static [&'static str] = &["url"];
/// }
/// ```
///
/// With it, `connect_to = [inbox]` lets a function send to the queue of the mailbox `inbox`, and gives it the
/// variable `STACK_INBOX_URL`.
#[diagnostic::on_unimplemented(
    message = "nothing can be connected to a resource with `{Self}`",
    label = "cannot be connected to",
    note = "a kind of your own can, if its references implement `stack::Connect`"
)]
pub trait Connect: Copy {
    /// What is allowed: actions, and the ARNs that they are on, in which `${arn}` is the resource's parameter `arn`,
    /// and `${AWS::Region}` and the like are filled in.
    const GRANTS: &'static [(&'static [&'static str], &'static [&'static str])];
    /// The parameters that become variables: `url` of the resource `jobs` is `STACK_JOBS_URL`.
    const VARIABLES: &'static [&'static str];
}

/// A resource that something is connected to: what `#[derive(Stack)]` makes of its name in a list.
#[derive(Clone, Copy, Debug)]
pub struct Connection {
    resource: &'static str,
    params: &'static [AnyParam],
    grants: &'static [(&'static [&'static str], &'static [&'static str])],
    variables: &'static [&'static str],
}

impl Connection {
    /// The resource of that name, which has these references and parameters.
    #[track_caller]
    pub const fn new<R: Connect>(_: R, resource: &'static str, params: &'static [AnyParam]) -> Self {
        let mut i = 0;
        while i < R::VARIABLES.len() {
            let (mut found, mut j) = (false, 0);
            while j < params.len() {
                found = found || same(params[j].name, R::VARIABLES[i]);
                j += 1;
            }
            if !found {
                fail(&[
                    "`",
                    resource,
                    "` has no parameter `",
                    R::VARIABLES[i],
                    "`, which its kind gives when connected",
                ]);
            }
            i += 1;
        }
        Connection { resource, params, grants: R::GRANTS, variables: R::VARIABLES }
    }

    /// The ARN of the machine that calls what is connected to it, and gets its answer.
    fn answered(&self, scope: &Scope<'_>) -> Option<&'static AnyParam> {
        let arn = self.params.iter().find(|param| param.referent.is(Referent::ArnOfStateMachine));
        arn.filter(|_| scope.is_called_by(self.resource))
    }

    /// Adds what is allowed.
    fn allow(&self, scope: &mut Scope<'_>, policy: &mut Policy) {
        for (actions, arns) in self.grants {
            let mut resources = Vec::new();
            for arn in *arns {
                resources.push(self.arn(scope, arn));
            }
            policy.allow(actions, resources);
        }
    }

    /// The ARN with the resource's parameters in it.
    fn arn(&self, scope: &mut Scope<'_>, arn: &str) -> Node<'static> {
        let job = self.params.iter().find(|param| {
            param.referent.is(Referent::ArnOfJobDefinition) && arn == format!("${{{}}}", param.name)
        });
        // While a stack is updated, those that submit a job still have the revision before.
        if let Some(job) = job {
            return all_revisions(scope.param(job));
        }
        let filled = self.params.iter().fold(arn.to_owned(), |text, param| {
            let name = format!("${{{}}}", param.name);
            if !text.contains(&name) {
                return text;
            }
            let id = scope.id_of(param);
            text.replace(&name, &sub_text(&id, param.attribute))
        });
        of_sub(&filled)
    }
}

/// Adds what connections allow; what answers a machine has a policy of its own.
pub(crate) fn allow(scope: &mut Scope<'_>, policy: &mut Policy, connections: &[Connection]) {
    for connection in connections {
        if connection.answered(scope).is_none() {
            connection.allow(scope, policy);
        }
    }
}

/// Lets the resource whose role is the child `Role` answer the machines that call it and that it is connected to: with the
/// token of a task it says how that ended. In the role itself this would be a cycle, because the machine needs what it calls.
pub(crate) fn answer(scope: &mut Scope<'_>, connections: &[Connection]) {
    let mut policy = Policy::new();
    for connection in connections {
        if let Some(arn) = connection.answered(scope) {
            let machine = scope.param(arn);
            policy.allow(CALLBACKS, [machine]);
        }
    }
    if !policy.is_empty() {
        let properties = Object::new()
            .with("PolicyDocument", policy.document())
            .with("Roles", Node::array([reference(scope.id("Role"))]));
        scope.resource("CallbackPolicy", "AWS::IAM::ManagedPolicy", properties);
    }
}

/// What it takes to answer with the token of a task.
const CALLBACKS: &[&str] = &["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"];

/// The variables in the environment, and those of connections whose names it does not have.
pub(crate) fn variables(
    scope: &mut Scope<'_>,
    environment: Pairs,
    connections: &[Connection],
) -> Vec<(String, Node<'static>)> {
    let mut variables: Vec<(String, Node<'static>)> = Vec::new();
    for (name, value) in environment {
        variables.push(((*name).to_owned(), scope.text(value)));
    }
    for connection in connections {
        // It answers with a token alone.
        if connection.answered(scope).is_some() {
            continue;
        }
        for param in connection.params.iter().filter(|param| connection.variables.contains(&param.name)) {
            let name =
                format!("STACK_{}_{}", connection.resource, param.name).replace('.', "_").to_uppercase();
            if variables.iter().all(|(other, _)| *other != name) {
                variables.push((name, scope.param(param)));
            }
        }
    }
    variables
}
