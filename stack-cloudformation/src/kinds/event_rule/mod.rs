//! An event rule that starts a function, a state machine or a batch job.

mod emit;
mod operator;
mod pattern;
mod properties;
mod template;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::EventRuleArn;

pub use properties::EventRuleProperties;

/// An EventBridge rule: events that match its pattern start a function, a state machine or a batch job.
///
/// ```ignore
/// #[resource(event_pattern = r#"{"source": ["shop"], "detail-type": ["OrderPlaced"]}"#, target = buying.arn)]
/// order_placed: EventRule,
/// ```
///
/// A function gets a permission for this rule; for any other target, the rule has a role of its own that
/// may start the target and nothing else. The properties are on [`EventRuleProperties`], the parameters
/// that others can refer to on [`EventRuleReferences`].
#[derive(Debug)]
pub struct EventRule {
    _private: (),
}

impl<S> BelongsTo<S> for EventRule {}

impl Kind for EventRule {
    type Properties = EventRuleProperties;
    type References = EventRuleReferences;
    const NEW: EventRuleProperties = EventRuleProperties::new();

    fn emit(properties: &EventRuleProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        let properties = *properties;
        scope.defer(move |scope| emit::emit(&properties, scope));
        Ok(())
    }
}

crate::references! {
    /// The parameters of an event rule that others can refer to.
    pub struct EventRuleReferences {
        /// The rule's ARN.
        arn: EventRuleArn = GetAtt("Rule", "Arn");
    }
}
