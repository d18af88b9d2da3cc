//! An activity of Step Functions: work that a worker asks for.

use super::properties::checks;
use super::properties::setters::setters;
use super::properties::tags::tags;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{ActivityArn, Text};
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use crate::template::object::{Object, reference, sub};
use stack_core::json::Node;

/// An activity: a task of a state machine that a worker of yours asks for with `GetActivityTask`.
///
/// ```ignore
/// approve: Activity,
/// ```
///
/// A task runs it as `Resource: approve.arn`. The properties are on [`ActivityProperties`], the parameters
/// that others can refer to on [`ActivityReferences`].
#[derive(Debug)]
pub struct Activity {
    _private: (),
}

impl<S> BelongsTo<S> for Activity {}

impl Kind for Activity {
    type Properties = ActivityProperties;
    type References = ActivityReferences;
    const NEW: ActivityProperties = ActivityProperties { tags: &[], name: None };

    fn emit(properties: &ActivityProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of an activity that others can refer to.
    pub struct ActivityReferences {
        /// The activity's ARN.
        arn: ActivityArn = Ref("Activity");
        /// The activity's name.
        name: Text = GetAtt("Activity", "Name");
    }
}

/// The properties of an [`Activity`]. All are optional.
#[derive(Clone, Copy, Debug)]
pub struct ActivityProperties {
    tags: Pairs,
    name: Option<&'static str>,
}

impl ActivityProperties {
    setters! { tags }

    /// The physical name: 1 to 80 letters, digits, `-`, `_` and `.`. By default it is named after the
    /// stack, whose name must be short enough for 80 characters in total.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("an activity", name, "80", ".");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {}

    fn emit(&self, scope: &mut Scope<'_>) {
        let id = scope.id("Activity");
        let name: Node<'static> = match self.name {
            Some(name) => name.into(),
            None => sub(format!("${{AWS::StackName}}-{id}")),
        };
        let activity = Object::new().with("Name", name).maybe("Tags", tags(scope, self.tags));
        scope.resource("Activity", "AWS::StepFunctions::Activity", activity);
        scope.output("ActivityArn", reference(id), "The activity's ARN");
    }
}
