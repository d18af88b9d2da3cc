//! What rules ask of a machine, each made when it is first asked for.

pub(crate) mod arns;
pub(crate) mod assignments;
pub(crate) mod choices;
pub(crate) mod expressions;
pub(crate) mod handlers;
pub(crate) mod maps;
mod reads;
pub(crate) mod tasks;
pub(crate) mod uses;
pub(crate) mod variables;

pub(crate) use reads::{Read, Reads, is_certain};

use crate::expression::jsonata;
use crate::index::Index;
use crate::model::{Graph, Machine, State, StateId};
use arns::Arn;
use expressions::{Expression, ExpressionText, Tree};
use handlers::Handler;
use std::cell::OnceCell;
use tasks::Task;
use uses::PathUse;
use variables::Flow;

/// A machine and what is known of it as a whole.
#[derive(Debug)]
pub struct Analysis<'m> {
    /// The machine.
    pub machine: &'m Machine<'m>,
    graph: OnceCell<Graph>,
    handlers: OnceCell<Vec<Handler<'m>>>,
    tasks: OnceCell<Vec<Task<'m>>>,
    arns: OnceCell<Vec<Arn<'m>>>,
    uses: OnceCell<Vec<PathUse<'m>>>,
    texts: OnceCell<Vec<ExpressionText<'m>>>,
    trees: OnceCell<Vec<Option<Tree<'m>>>>,
    variables: OnceCell<Index<'m>>,
    reads: OnceCell<Option<Reads<'m>>>,
    flow: OnceCell<Flow<'m>>,
}

impl<'m> Analysis<'m> {
    /// Of a machine of which nothing is known yet.
    pub fn new(machine: &'m Machine<'m>) -> Self {
        Analysis {
            machine,
            graph: OnceCell::new(),
            handlers: OnceCell::new(),
            tasks: OnceCell::new(),
            arns: OnceCell::new(),
            uses: OnceCell::new(),
            texts: OnceCell::new(),
            trees: OnceCell::new(),
            variables: OnceCell::new(),
            reads: OnceCell::new(),
            flow: OnceCell::new(),
        }
    }

    /// Which states lead to which.
    pub fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| Graph::new(self.machine))
    }

    /// The retriers and catchers of its states, in the order of the source.
    pub(crate) fn handlers(&self) -> &[Handler<'m>] {
        self.handlers.get_or_init(|| handlers::handlers(self.machine))
    }

    /// Its Task states that have a `Resource`, with what they do.
    pub(crate) fn tasks(&self) -> impl Iterator<Item = (&'m State<'m>, &Task<'m>)> {
        let tasks = self.tasks.get_or_init(|| tasks::tasks(self.machine));
        tasks.iter().filter_map(|task| Some((self.machine.states.get(task.state)?, task)))
    }

    /// The ARNs that its tasks name, in the order of the tasks.
    pub(crate) fn arns(&self) -> &[Arn<'m>] {
        self.arns.get_or_init(|| {
            let mut found = Vec::new();
            for (state, task) in self.tasks() {
                arns::add(state, task, &mut found);
            }
            found
        })
    }

    /// What its JSONPath states read besides their input.
    pub(crate) fn uses(&self) -> &[PathUse<'m>] {
        self.uses.get_or_init(|| uses::uses(&self.machine.states))
    }

    /// The strings that its JSONata states may evaluate.
    pub(crate) fn texts(&self) -> &[ExpressionText<'m>] {
        self.texts.get_or_init(|| expressions::texts(&self.machine.states))
    }

    /// For each of these strings what it says; none if it is no expression.
    pub(crate) fn trees(&self) -> &[Option<Tree<'m>>] {
        self.trees
            .get_or_init(|| self.texts().iter().map(|text| text.expression().map(jsonata::parse)).collect())
    }

    /// Whether a state assigns a variable of that name.
    pub(crate) fn assigns(&self, name: &str) -> bool {
        let variables = self.variables.get_or_init(|| {
            let mut variables = Index::new();
            for (name, _) in self.machine.states.iter().flat_map(assignments::assignments) {
                variables.add(name);
            }
            variables
        });
        variables.contains(name)
    }

    /// Whether a catcher may catch that error of a state.
    pub(crate) fn may_catch(&self, state: StateId, error: &str) -> bool {
        self.machine.states.get(state).is_none_or(|state| handlers::may_catch(self.machine, state, error))
    }

    /// Whether a catcher may catch that an expression of the state fails.
    pub(crate) fn may_catch_query(&self, state: StateId) -> bool {
        self.may_catch(state, "States.QueryEvaluationError")
    }

    /// Whether a variable may hide one of JSONata's functions that the expression names.
    pub(crate) fn hides_a_function(&self, expression: &Expression<'_, '_>) -> bool {
        let hides = |name: &str| jsonata::is_function(name) && self.assigns(name);
        let uses = &expression.uses;
        uses.calls.iter().any(|call| hides(call.function.word))
            || uses.variables.iter().any(|it| hides(it.word))
    }

    /// Which variables have a value where, whatever states cannot do without.
    pub(crate) fn flow(&self) -> &Flow<'m> {
        self.flow.get_or_init(|| Flow::new(self.machine, &[]))
    }

    /// Where variables are read, and which have a value there; none if some state hides that.
    pub(crate) fn reads(&self) -> Option<&Reads<'m>> {
        self.reads.get_or_init(|| Reads::new(self.machine, self.uses(), self.texts(), self.trees())).as_ref()
    }
}
