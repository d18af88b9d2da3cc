//! Choice: goes where the first rule that holds says.

use super::*;
use crate::json::{Json, Member, Node};
use crate::model::{Machine, State};

/// The fields of a Choice state.
pub static SPEC: Spec = Spec::closed(
    "a Choice state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        INPUT_PATH,
        OUTPUT_PATH,
        OUTPUT,
        ASSIGN,
        Field::new("Choices", Shape::List(&RULE)).required(),
        Field::new("Default", Shape::StateName),
    ],
    &[],
);

macro_rules! operators {
    ($list:ident: $($name:literal $shape:expr;)*) => {
        /// The comparisons of a JSONPath rule, of which it has exactly one.
        pub const $list: &[&str] = &[$($name,)*];

        const FIELDS: [Field; $list.len()] = [$(Field::new($name, $shape).jsonpath(),)*];
    };
}

operators! { OPERATORS:
    "StringEquals" Shape::Text;
    "StringEqualsPath" Shape::ReferencePath;
    "StringLessThan" Shape::Text;
    "StringLessThanPath" Shape::ReferencePath;
    "StringGreaterThan" Shape::Text;
    "StringGreaterThanPath" Shape::ReferencePath;
    "StringLessThanEquals" Shape::Text;
    "StringLessThanEqualsPath" Shape::ReferencePath;
    "StringGreaterThanEquals" Shape::Text;
    "StringGreaterThanEqualsPath" Shape::ReferencePath;
    "StringMatches" Shape::Text;
    "NumericEquals" NUMBER;
    "NumericEqualsPath" Shape::ReferencePath;
    "NumericLessThan" NUMBER;
    "NumericLessThanPath" Shape::ReferencePath;
    "NumericGreaterThan" NUMBER;
    "NumericGreaterThanPath" Shape::ReferencePath;
    "NumericLessThanEquals" NUMBER;
    "NumericLessThanEqualsPath" Shape::ReferencePath;
    "NumericGreaterThanEquals" NUMBER;
    "NumericGreaterThanEqualsPath" Shape::ReferencePath;
    "BooleanEquals" Shape::Bool;
    "BooleanEqualsPath" Shape::ReferencePath;
    "TimestampEquals" Shape::Timestamp;
    "TimestampEqualsPath" Shape::ReferencePath;
    "TimestampLessThan" Shape::Timestamp;
    "TimestampLessThanPath" Shape::ReferencePath;
    "TimestampGreaterThan" Shape::Timestamp;
    "TimestampGreaterThanPath" Shape::ReferencePath;
    "TimestampLessThanEquals" Shape::Timestamp;
    "TimestampLessThanEqualsPath" Shape::ReferencePath;
    "TimestampGreaterThanEquals" Shape::Timestamp;
    "TimestampGreaterThanEqualsPath" Shape::ReferencePath;
    "IsNull" Shape::Bool;
    "IsPresent" Shape::Bool;
    "IsNumeric" Shape::Bool;
    "IsString" Shape::Bool;
    "IsBoolean" Shape::Bool;
    "IsTimestamp" Shape::Bool;
}

const NUMBER: Shape = Shape::Number(f64::NEG_INFINITY, f64::INFINITY);

/// The fields of both kinds of rule, with the kind's own in front.
const fn rule_fields<const OWN: usize, const ALL: usize>(own: [Field; OWN]) -> [Field; ALL] {
    let mut fields = [COMMENT; ALL];
    let mut i = 0;
    while i < OWN {
        fields[i] = own[i];
        i += 1;
    }
    while i < ALL {
        fields[i] = FIELDS[i - OWN];
        // AWS's word on malformed timestamps is known for `Wait` only.
        if matches!(fields[i].shape, Shape::Timestamp) {
            fields[i] = fields[i].unsure();
        }
        i += 1;
    }
    fields
}

const VARIABLE: Field = Field::new("Variable", Shape::Path).jsonpath();

/// An entry of `Choices`.
pub static RULE: Spec = Spec::closed(
    "a choice rule",
    &rule_fields::<9, { 9 + FIELDS.len() }>([
        COMMENT,
        VARIABLE,
        Field::new("And", Shape::List(&NESTED_RULE)).jsonpath(),
        Field::new("Or", Shape::List(&NESTED_RULE)).jsonpath(),
        Field::new("Not", Shape::Object(&NESTED_RULE)).jsonpath(),
        Field::new("Condition", Shape::Bool).jsonata().expression(),
        Field::new("Next", Shape::StateName).required(),
        ASSIGN,
        OUTPUT,
    ]),
    &[Group::exactly_one(&["And", "Or", "Not", "Variable", "Condition"]), Group::at_most_one(OPERATORS)],
);

/// How many fields a nested rule has that are no comparisons. They come first.
const OWN_OF_NESTED: usize = 5;

/// A rule inside `And`, `Or` or `Not`.
pub static NESTED_RULE: Spec = Spec::closed(
    "a nested choice rule",
    &rule_fields::<OWN_OF_NESTED, { OWN_OF_NESTED + FIELDS.len() }>([
        COMMENT,
        VARIABLE,
        Field::new("And", Shape::List(&NESTED_RULE)).jsonpath(),
        Field::new("Or", Shape::List(&NESTED_RULE)).jsonpath(),
        Field::new("Not", Shape::Object(&NESTED_RULE)).jsonpath(),
    ]),
    &[Group::exactly_one(&["And", "Or", "Not", "Variable"]), Group::at_most_one(OPERATORS)],
);

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

/// Whether a field of a rule is a comparison.
pub(crate) fn is_operator(name: &str) -> bool {
    NESTED_RULE.number(name).is_some_and(|number| number >= OWN_OF_NESTED)
}

/// What a rule looks at: its members without those that say what follows.
pub(crate) fn conditions<'m>(rule: &'m Node<'m>) -> impl Iterator<Item = &'m Member<'m>> {
    let members = rule.as_object().unwrap_or_default().iter();
    members.filter(|it| !matches!(it.key.value.as_ref(), "Next" | "Assign" | "Output" | "Comment"))
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
