//! Choice: goes where the first rule that holds says.

use super::fields::*;
use crate::language::spec::{Field, Group, Shape, Spec};

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
            fields[i] = fields[i].unconfirmed();
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

/// Whether a field of a rule is a comparison.
pub(crate) fn is_operator(name: &str) -> bool {
    NESTED_RULE.number(name).is_some_and(|number| number >= OWN_OF_NESTED)
}
