//! What a state does about errors: retriers and catchers.

use super::*;
use crate::json::{Json, Node};
use crate::model::{Machine, State, StateId};
use crate::site::At;

const ERROR_EQUALS: Field = Field::new("ErrorEquals", Shape::ErrorNames).required();

/// An entry of `Retry`.
pub static RETRIER: Spec = Spec {
    what: "a retrier",
    fields: &[
        COMMENT,
        ERROR_EQUALS,
        // The specification wants it positive, but AWS accepts zero; the upper bound is the editor's.
        Field::new("IntervalSeconds", Shape::Integer(0, 99_999_999)).unsure(),
        Field::new("MaxAttempts", Shape::Integer(0, 99_999_999)),
        Field::new("BackoffRate", Shape::Number(1.0, f64::INFINITY)),
        Field::new("MaxDelaySeconds", Shape::Integer(1, 31_622_400)),
        Field::new("JitterStrategy", Shape::Word(&["FULL", "NONE"])),
    ],
    groups: &[],
    closed: true,
};

/// An entry of `Catch`.
pub static CATCHER: Spec = Spec {
    what: "a catcher",
    fields: &[
        COMMENT,
        ERROR_EQUALS,
        Field::new("Next", Shape::StateName).required(),
        RESULT_PATH,
        OUTPUT,
        ASSIGN,
    ],
    groups: &[],
    closed: true,
};

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
pub(crate) struct Handler<'m> {
    /// Whose it is.
    pub(crate) state: &'m State<'m>,
    /// The number of that state.
    pub(crate) id: StateId,
    /// `Retry` or `Catch`.
    pub(crate) list: &'static str,
    /// Its number in the list.
    pub(crate) index: usize,
    /// No other follows.
    pub(crate) last: bool,
    /// Its object.
    pub(crate) entry: &'m Node<'m>,
}

impl<'m> Handler<'m> {
    /// The error names that it is for.
    pub(crate) fn names(&self) -> impl Iterator<Item = At<&'m str>> + use<'m> {
        let names = self.entry.get("ErrorEquals").and_then(Node::as_array).unwrap_or_default();
        names.iter().filter_map(|name| Some(At { value: name.as_str()?, site: name.site }))
    }
}

/// All retriers and catchers of states that may have any.
pub(crate) fn handlers<'m>(machine: &'m Machine<'m>) -> impl Iterator<Item = Handler<'m>> {
    machine.states.iter().enumerate().flat_map(|(id, state)| {
        let members = state.node.as_object().unwrap_or_default().iter();
        let lists = members.filter_map(move |member| {
            let list = match member.key.value.as_ref() {
                "Retry" => "Retry",
                "Catch" => "Catch",
                _ => return None,
            };
            let may = state.kind.is_none_or(|kind| kind.spec().field(list).is_some());
            Some((list, member.value.as_array().filter(|_| may)?))
        });
        lists.flat_map(move |(list, entries)| {
            let last = entries.iter().rposition(|entry| entry.json != Json::Broken);
            let of =
                move |(index, entry)| Handler { state, id, list, index, last: Some(index) == last, entry };
            entries.iter().enumerate().map(of)
        })
    })
}
