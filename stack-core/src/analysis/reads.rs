//! Where variables are read, and which of them have a value there.

use super::assignments::is_misspelt_assign;
use super::expressions::{ExpressionText, Tree};
use super::uses::PathUse;
use super::variables::Flow;
use crate::expression::jsonata::is_function;
use crate::expression::path::Root;
use crate::index::Index;
use crate::json::{Node, Site};
use crate::language::StateKind;
use crate::model::{Machine, State};

/// The reads of a machine's variables.
#[derive(Debug)]
pub(crate) struct Reads<'m> {
    /// All of them.
    pub(crate) list: Vec<Read<'m>>,
    /// What has a value where.
    pub(crate) flow: Flow<'m>,
}

/// A place where a variable is read.
#[derive(Debug)]
pub(crate) struct Read<'m> {
    /// The state that reads it.
    pub(crate) state: &'m State<'m>,
    /// The variable's name.
    pub(crate) name: &'m str,
    /// The string it stands in.
    pub(crate) text: &'m str,
    /// Where it starts in the string, in bytes.
    pub(crate) offset: usize,
    /// The string's place.
    pub(crate) site: Site,
    /// Whether the execution fails for certain if the variable has no value.
    pub(crate) needed: bool,
    /// Whether it stands in an expression of JSONata.
    pub(crate) in_expression: bool,
    /// Whether that asks with `$exists` whether something is there.
    pub(crate) asks: bool,
}

impl<'m> Reads<'m> {
    /// Those of a machine; none if there are none, or if it is unknown where some state goes or what it assigns.
    pub(super) fn new(
        machine: &'m Machine<'m>,
        uses: &[PathUse<'m>],
        texts: &[ExpressionText<'m>],
        trees: &[Option<Tree<'m>>],
    ) -> Option<Self> {
        let mut list = Vec::new();
        for it in uses {
            if let (Root::Variable(name), Some(state)) = (it.path.root, machine.states.get(it.state)) {
                let needed = is_certain(state, it.site);
                list.push(Read {
                    state,
                    name,
                    text: it.text,
                    offset: it.offset,
                    site: it.site,
                    needed,
                    in_expression: false,
                    asks: false,
                });
            }
        }
        for (it, tree) in texts.iter().zip(trees) {
            let Some(text) = it.expression().filter(|text| may_read(text)) else { continue };
            let (Some(state), Some(Ok(tree))) = (machine.states.get(it.state), tree) else { continue };
            let needs = tree.needs();
            let asks = text.contains("$exists(");
            for variable in tree.uses().variables.iter().filter(|variable| !is_function(variable.word)) {
                let end = variable.offset + 1 + variable.word.len();
                let Some(name) = text.get(variable.offset + 1..end) else { continue };
                let needed = needs.binary_search(&variable.offset).is_ok() && is_certain(state, it.site);
                let offset = variable.offset + 2;
                list.push(Read {
                    state,
                    name,
                    text: it.text,
                    offset,
                    site: it.site,
                    needed,
                    in_expression: true,
                    asks,
                });
            }
        }
        if list.is_empty() || machine.states.iter().any(is_unclear) {
            return None;
        }
        let mut needed = Vec::new();
        for read in &list {
            if read.needed {
                needed.push((read.state.id, read.name));
            }
        }
        let flow = Flow::new(machine, &needed);
        Some(Reads { list, flow })
    }

    /// The first read in each state of each variable that some execution gets there without, though others have it.
    pub(crate) fn possibly_unassigned(&self) -> impl Iterator<Item = &Read<'m>> {
        // The state that read each variable last: the reads of a state stand together.
        let mut last = Index::new();
        self.list.iter().filter(move |read| {
            read.needed
                && self.flow.has(read.state, read.name)
                && self.flow.lacks(read.state, read.name)
                && last.set(read.name, read.state.id) != Some(read.state.id)
        })
    }
}

/// Whether what stands there is evaluated whenever the state is entered, as far as the state itself decides. In a
/// Choice state that is the first condition, and no test of presence.
pub(crate) fn is_certain(state: &State<'_>, site: Site) -> bool {
    if state.kind != Some(StateKind::Choice) {
        return true;
    }
    let first = state.node.get("Choices").and_then(Node::as_array).and_then(<[_]>::first);
    first.is_some_and(|rule| {
        let there = |name| rule.get(name).is_some_and(|value: &Node<'_>| value.site == site);
        (there("Condition") || there("Variable")) && rule.get("IsPresent").is_none()
    })
}

/// Whether a variable's name stands in an expression that is none of AWS's own.
fn may_read(text: &str) -> bool {
    let mut parts = text.split('$');
    parts.next();
    for rest in parts {
        let name =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest, |end| rest.split_at(end).0);
        if !name.is_empty() && name != "states" && !is_function(name) {
            return true;
        }
    }
    false
}

/// Whether it is unknown where the state goes, or what it assigns.
fn is_unclear(state: &State<'_>) -> bool {
    let odd = |node: &Node<'_>| match node.get("Assign") {
        Some(assign) => assign.as_object().is_none() || assign.is_partial(),
        None => node.as_object().unwrap_or_default().iter().any(|it| is_misspelt_assign(&it.key.value)),
    };
    let entries = |list| state.node.get(list).and_then(Node::as_array).unwrap_or_default();
    state.partial
        || state.transitions.iter().any(|transition| transition.leads_to().is_none())
        || odd(state.node)
        || entries("Choices").iter().any(odd)
        || entries("Catch").iter().any(odd)
}
