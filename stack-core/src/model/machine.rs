//! The parts of a machine, as plain data.

use crate::finding::shortened;
use crate::json::{At, Node};
use crate::language::{MachineType, QueryLanguage, StateKind};
use std::borrow::Cow;

/// A whole machine.
#[derive(Debug)]
pub struct Machine<'a> {
    /// The definition.
    pub root: &'a Node<'a>,
    /// Standard or Express.
    pub kind: MachineType,
    /// The language of states that do not name one.
    pub language: QueryLanguage,
    /// The machine itself and every branch and item processor; the machine is the first.
    pub containers: Vec<Container<'a>>,
    /// Every state, those of nested containers too, in the order of the source.
    pub states: Vec<State<'a>>,
}

/// The number of a state in [`Machine::states`].
pub type StateId = usize;
/// The number of a container in [`Machine::containers`].
pub type ContainerId = usize;

/// An object with `StartAt` and `States`.
#[derive(Debug)]
pub struct Container<'a> {
    /// The object.
    pub node: &'a Node<'a>,
    /// The state it belongs to; none for the machine itself.
    pub owner: Option<StateId>,
    /// `StartAt`.
    pub start: Option<Transition<'a>>,
    /// Its own states, in the order of the source.
    pub states: Vec<StateId>,
    /// Something that could not be read hides where it starts or some of its states.
    pub partial: bool,
}

/// A state.
#[derive(Debug)]
pub struct State<'a> {
    /// Its number.
    pub id: StateId,
    /// Its name and where it is declared.
    pub name: At<&'a str>,
    /// Its body.
    pub node: &'a Node<'a>,
    /// Its type, if that is one of the eight.
    pub kind: Option<StateKind>,
    /// The language of its own expressions.
    pub language: QueryLanguage,
    /// Where it lives.
    pub container: ContainerId,
    /// Where it may go: `Next`, `Default`, `Choices[].Next`, `Catch[].Next`, in the order of the source.
    pub transitions: Vec<Transition<'a>>,
    /// Whether it assigns variables, by itself or in a choice rule or a catcher.
    pub(crate) assigns: bool,
    /// Whether the execution, or the branch, may end here: `End` is true, or the type says so.
    pub terminal: bool,
    /// Where it goes cannot be told: a field for that is missing or could not be read. Reported elsewhere.
    pub partial: bool,
}

impl<'a> State<'a> {
    /// Its name as messages quote it: one of a megabyte may be in thousands of them.
    pub(crate) fn shown(&self) -> Cow<'a, str> {
        shortened(self.name.value)
    }
}

/// A use of a state's name.
#[derive(Clone, Debug)]
pub struct Transition<'a> {
    /// The field it stands in.
    pub via: Via,
    /// The name that was written.
    pub target: At<&'a str>,
    /// The state of the same container that has the name.
    pub to: Option<StateId>,
    /// If none has it, the one whose name is near enough to be what was meant.
    pub meant: Option<StateId>,
    /// Nothing but that one can be meant.
    pub is_certain: bool,
}

/// The field that a transition stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// `StartAt`
    StartAt,
    /// `Next`
    Next,
    /// `Default` of a Choice state
    Default,
    /// `Next` of a choice rule, by its index
    Choice(usize),
    /// `Next` of a catcher, by its index
    Catch(usize),
}
