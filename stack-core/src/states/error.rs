//! What a state does about errors: retriers and catchers.

use super::*;
use crate::json::{Json, Node};
use crate::model::StateId;
use crate::site::At;

const ERROR_EQUALS: Field = Field::new("ErrorEquals", Shape::ErrorNames).required();

/// An entry of `Retry`.
pub static RETRIER: Spec = Spec::closed(
    "a retrier",
    &[
        COMMENT,
        ERROR_EQUALS,
        // The specification wants it positive, but AWS accepts zero; the upper bound is the editor's.
        Field::new("IntervalSeconds", Shape::Integer(0, 99_999_999)).unsure(),
        Field::new("MaxAttempts", Shape::Integer(0, 99_999_999)),
        Field::new("BackoffRate", Shape::Number(1.0, f64::INFINITY)),
        Field::new("MaxDelaySeconds", Shape::Integer(1, 31_622_400)),
        Field::new("JitterStrategy", Shape::Word(&["FULL", "NONE"])),
    ],
    &[],
);

/// An entry of `Catch`.
pub static CATCHER: Spec = Spec::closed(
    "a catcher",
    &[COMMENT, ERROR_EQUALS, Field::new("Next", Shape::StateName).required(), RESULT_PATH, OUTPUT, ASSIGN],
    &[],
);

/// Every error, in an entry of its own at the end.
pub const ALL: &str = "States.ALL";

/// AWS's own error names, besides `States.Http.StatusCode.` with a number.
pub const RESERVED: &[&str] = &[
    ALL,
    "States.BranchFailed",
    "States.DataLimitExceeded",
    "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout",
    "States.Http.Socket",
    "States.IntrinsicFailure",
    "States.ItemReaderFailed",
    "States.NoChoiceMatched",
    "States.ParameterPathFailure",
    "States.Permissions",
    "States.QueryEvaluationError",
    "States.ResultPathMatchFailure",
    "States.ResultWriterFailed",
    "States.Runtime",
    "States.TaskFailed",
    "States.Timeout",
];

/// A retrier or catcher.
#[derive(Debug)]
pub(crate) struct Handler<'a> {
    /// The number of the state that has it.
    pub(crate) state: StateId,
    /// `Retry` or `Catch`.
    pub(crate) list: &'static str,
    /// Its number in the list.
    pub(crate) index: usize,
    /// No other follows.
    pub(crate) last: bool,
    /// Its object.
    pub(crate) entry: &'a Node<'a>,
    errors: &'a [Node<'a>],
}

impl<'a> Handler<'a> {
    /// The error names that it is for.
    pub(crate) fn names(&self) -> impl Iterator<Item = At<&'a str>> + use<'a> {
        self.errors.iter().filter_map(|name| Some(At { value: name.as_str()?, site: name.site }))
    }
}

/// Adds the retriers and catchers of a state that may have any.
pub(crate) fn handlers<'a>(
    state: StateId,
    node: &'a Node<'a>,
    kind: Option<StateKind>,
    to: &mut Vec<Handler<'a>>,
) {
    for member in node.as_object().unwrap_or_default() {
        let list = match member.key.value.as_ref() {
            "Retry" => "Retry",
            "Catch" => "Catch",
            _ => continue,
        };
        if kind.is_some_and(|kind| kind.spec().field(list).is_none()) {
            continue;
        }
        let entries = member.value.as_array().unwrap_or_default();
        let last = entries.iter().rposition(|entry| entry.json != Json::Broken);
        for (index, entry) in entries.iter().enumerate() {
            let errors = entry.get("ErrorEquals").and_then(Node::as_array).unwrap_or_default();
            to.push(Handler { state, list, index, last: Some(index) == last, entry, errors });
        }
    }
}
