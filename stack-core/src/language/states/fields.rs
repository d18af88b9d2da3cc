//! The fields that several types of state have.

use super::StateKind;
use crate::language::spec::{Field, Group, Shape};

pub(super) const TYPE: Field = Field::new("Type", Shape::Word(StateKind::NAMES)).required();
pub(super) const COMMENT: Field = Field::new("Comment", Shape::Text);
pub(super) const QUERY_LANGUAGE: Field = Field::new("QueryLanguage", Shape::Word(&["JSONPath", "JSONata"]));
pub(super) const NEXT: Field = Field::new("Next", Shape::StateName);
pub(super) const END: Field = Field::new("End", Shape::Bool);
pub(super) const INPUT_PATH: Field = Field::new("InputPath", Shape::Path).jsonpath().nullable();
pub(super) const OUTPUT_PATH: Field = Field::new("OutputPath", Shape::Path).jsonpath().nullable();
/// AWS's documentation asks for an object; whether another value is refused is not confirmed.
pub(super) const PARAMETERS: Field = Field::new("Parameters", Shape::Template).jsonpath().unconfirmed();
pub(super) const RESULT_SELECTOR: Field = Field::new("ResultSelector", Shape::Template).jsonpath();
pub(super) const RESULT_PATH: Field = Field::new("ResultPath", Shape::ReferencePath).jsonpath().nullable();
/// The specification allows any JSON value.
pub(super) const ARGUMENTS: Field =
    Field::new("Arguments", Shape::Template).jsonata().expression().unconfirmed();
pub(super) const OUTPUT: Field = Field::new("Output", Shape::Payload).jsonata().expression().nullable();
pub(super) const ASSIGN: Field = Field::new("Assign", Shape::Template);
/// Which resource it is, only whole rules can judge.
pub(super) const RESOURCE: Field = Field::new("Resource", Shape::Resource);

/// Where the flow goes after a state that does not choose.
pub(super) const FLOW: Group = Group::exactly_one(&["Next", "End"]);
