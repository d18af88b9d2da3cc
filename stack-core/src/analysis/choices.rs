//! What choice rules test.

use crate::json::{Json, Member, Node};
use crate::language::StateKind;
use crate::language::states::choice::is_operator;
use crate::model::{Machine, State};

/// All Choice states with their rules.
pub(crate) fn states<'m>(machine: &'m Machine<'m>) -> impl Iterator<Item = (&'m State<'m>, &'m [Node<'m>])> {
    let choices = machine.states.iter().filter(|state| state.kind == Some(StateKind::Choice));
    choices.filter_map(|state| Some((state, state.node.get("Choices")?.as_array()?)))
}

/// A rule that compares one variable once.
pub(crate) struct Test<'m> {
    /// The path of what is compared.
    pub(crate) variable: &'m str,
    /// The comparison and its operand.
    pub(crate) comparison: &'m Member<'m>,
}

impl<'m> Test<'m> {
    /// The test of a rule; none if it is put together of others, or is not well-formed.
    pub(crate) fn of(rule: &'m Node<'m>) -> Option<Self> {
        let variable = rule.get("Variable")?.as_str()?;
        let is_operator = |member: &&Member<'_>| is_operator(&member.key.value);
        let mut operators = rule.as_object()?.iter().filter(is_operator);
        let comparison = operators.next().filter(|_| operators.next().is_none())?;
        Some(Test { variable, comparison })
    }

    /// The name of the comparison.
    pub(crate) fn operator(&self) -> &'m str {
        self.comparison.key.value.as_ref()
    }
}

/// What a rule looks at: its members without those that say what follows.
pub(crate) fn conditions<'m>(rule: &'m Node<'m>) -> impl Iterator<Item = &'m Member<'m>> {
    let members = rule.as_object().unwrap_or_default().iter();
    members.filter(|it| !matches!(it.key.value.as_ref(), "Next" | "Assign" | "Output" | "Comment"))
}

/// Whether two rules ask the same.
pub(crate) fn have_same_conditions(one: &Node<'_>, other: &Node<'_>) -> bool {
    let (mut one, mut other) = (conditions(one), conditions(other));
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(member), Some(same)) if member == same => {}
            _ => return false,
        }
    }
}

/// The rules inside a rule, and whether it holds only if all of them do.
pub(crate) fn nested<'m>(rule: &'m Node<'m>) -> impl Iterator<Item = (&'m [Node<'m>], bool)> {
    rule.as_object().unwrap_or_default().iter().filter_map(|member| match member.key.value.as_ref() {
        "And" => Some((member.value.as_array()?, true)),
        "Or" => Some((member.value.as_array()?, false)),
        "Not" => Some((std::slice::from_ref(&member.value), false)),
        _ => None,
    })
}

/// Whether a rule holds for every input.
pub(crate) fn is_always_true(rule: &Node<'_>) -> bool {
    is_always(rule, true)
}

/// Whether a rule is false for every input.
pub(crate) fn is_always_false(rule: &Node<'_>) -> bool {
    is_always(rule, false)
}

fn is_always(rule: &Node<'_>, wanted: bool) -> bool {
    rule.get("Condition").is_some_and(|condition| match &condition.json {
        Json::Bool(value) => *value == wanted,
        Json::String(text) => {
            let inside = text.strip_prefix("{%").and_then(|text| text.strip_suffix("%}"));
            inside.is_some_and(|text| text.trim().parse() == Ok(wanted))
        }
        _ => false,
    })
}
