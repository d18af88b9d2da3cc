//! What an expression uses from outside: names, variables, functions, and members of `$states`.

use super::op::Op;
use super::tree::{Expression, Id, List, NodeKind};
use crate::index::Index;

/// A word and where it starts, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'e> {
    /// The word; a variable's without its `$`.
    pub word: &'e str,
    /// Where it starts.
    pub offset: usize,
}

/// A call of a function that the expression does not define itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call<'e> {
    /// The function, without its `$`.
    pub function: Reference<'e>,
    /// How many arguments it gets; what `~>` gives counts.
    pub arguments: usize,
    /// Whether arguments are open, `?`, so that nothing is called yet.
    pub open: bool,
}

/// What an expression uses from outside, each in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Uses<'e> {
    /// Field names that are looked up in the top-level context, which Step Functions does not have.
    pub names_at_top: Vec<Reference<'e>>,
    /// Where `$` stands for the top-level context.
    pub contexts_at_top: Vec<usize>,
    /// Where `$$` stands, anywhere.
    pub inputs: Vec<usize>,
    /// Variables that nothing in the expression binds, without `states` and without what is called. Functions that
    /// are handed on, as in `$map($x, $uppercase)`, are among them.
    pub variables: Vec<Reference<'e>>,
    /// Calls of variables that nothing in the expression binds.
    pub calls: Vec<Call<'e>>,
    /// For every `$states`, the fields that follow it as far as they are fixed: `input`, `x` for
    /// `$states.input.x[0].y`. Empty if none follows. The offset is that of the `$`.
    pub states: Vec<(usize, Vec<Reference<'e>>)>,
}

impl Expression<'_> {
    /// What it uses from outside.
    pub fn uses(&self) -> Uses<'_> {
        let work = vec![Work::Visit(self.root(), true)];
        let (names, bindings) = (Index::new(), Vec::new());
        let (scope, uses) = (Vec::new(), Uses::default());
        let mut walk = Walk { tree: self, work, names, bindings, scope, lambdas: 0, uses };
        walk.run();
        walk.uses
    }

    pub(super) fn parameters(&self, parameters: List) -> impl Iterator<Item = &str> {
        self.list(parameters).filter_map(|id| match self.node(id).kind {
            NodeKind::Variable(name) => Some(name),
            _ => None,
        })
    }
}

/// What is still to do, the next at the end. The flag says whether the context is that of the top level.
enum Work<'e> {
    Visit(Id, bool),
    /// A list of nodes from this one on.
    List(Id, bool),
    /// What `~>` gives its left side to.
    Applied(Id, bool),
    /// Binds a variable from here on.
    Bind(&'e str),
    /// Ends the scope of all but so many variables.
    Close(usize),
    /// Ends a lambda.
    Leave,
}

/// A variable that the expression binds: how many lambdas stand around it, and whether it has its value yet.
/// The body of a lambda further inside runs later, so it may use one that has none yet.
type Binding = (usize, bool);

struct Walk<'e> {
    tree: &'e Expression<'e>,
    work: Vec<Work<'e>>,
    /// The names of all variables that were bound so far.
    names: Index<'e>,
    /// What is bound to each of them here, the innermost last.
    bindings: Vec<Vec<Binding>>,
    /// The numbers of the bound names, the innermost last.
    scope: Vec<usize>,
    lambdas: usize,
    uses: Uses<'e>,
}

impl<'e> Walk<'e> {
    fn run(&mut self) {
        while let Some(work) = self.work.pop() {
            match work {
                Work::Visit(id, top) => self.visit(id, top),
                Work::List(id, top) => {
                    let next = self.tree.node(id).next;
                    if next != Id::default() {
                        self.work.push(Work::List(next, top));
                    }
                    self.visit(id, top);
                }
                Work::Applied(id, top) => self.applied(id, top),
                Work::Bind(name) => self.bind(name, true),
                Work::Close(length) => self.close(length),
                Work::Leave => self.lambdas -= 1,
            }
        }
    }

    fn bind(&mut self, name: &'e str, now: bool) {
        let number = self.names.in_list(name, &mut self.bindings);
        if let Some(bindings) = self.bindings.get_mut(number) {
            bindings.push((self.lambdas, now));
            self.scope.push(number);
        }
    }

    fn close(&mut self, length: usize) {
        for number in self.scope.drain(length.min(self.scope.len())..) {
            self.bindings.get_mut(number).map(Vec::pop);
        }
    }

    fn is_free(&self, name: &str) -> bool {
        let Some(number) = self.names.get(name) else { return true };
        let mut bindings = self.bindings.get(number).into_iter().flatten();
        !bindings.any(|(lambdas, now)| *now || self.lambdas > *lambdas)
    }

    fn list(&mut self, list: List, top: bool) {
        if list != List::default() {
            self.work.push(Work::List(list.first, top));
        }
    }

    fn visit(&mut self, id: Id, top: bool) {
        let node = self.tree.node(id);
        // What is pushed first is done last. Names that a path gives to its items hold for its grouping too.
        if let NodeKind::Path(steps) = node.kind
            && self.tree.list(steps).any(|step| self.names_items(step))
        {
            self.work.push(Work::Close(self.scope.len()));
        }
        self.list(node.attached, false);
        match &node.kind {
            NodeKind::Name(name) if top => {
                self.uses.names_at_top.push(Reference { word: name, offset: node.offset })
            }
            NodeKind::Variable("") if top => self.uses.contexts_at_top.push(node.offset),
            NodeKind::Variable("$") => self.uses.inputs.push(node.offset),
            NodeKind::Variable("states") if self.is_free("states") => {
                self.uses.states.push((node.offset, Vec::new()))
            }
            NodeKind::Variable(name) if !name.is_empty() && self.is_free(name) => {
                self.uses.variables.push(Reference { word: name, offset: node.offset });
            }
            NodeKind::Path(steps) => self.path(*steps, top),
            NodeKind::Sort(list) | NodeKind::Group(list) => self.list(*list, false),
            NodeKind::Array(list) | NodeKind::Object(list) => self.list(*list, top),
            NodeKind::Block(parts) => self.block(*parts, top),
            NodeKind::Negate(value) => self.work.push(Work::Visit(*value, top)),
            NodeKind::Ascending(value) | NodeKind::Descending(value) | NodeKind::Filter(value) => {
                self.work.push(Work::Visit(*value, false));
            }
            NodeKind::Binary(op, left, right) => {
                let right =
                    if *op == Op::Apply { Work::Applied(*right, top) } else { Work::Visit(*right, top) };
                self.work.extend([right, Work::Visit(*left, top)]);
            }
            NodeKind::Bind(name, value) => self.work.extend([Work::Bind(name), Work::Visit(*value, top)]),
            NodeKind::Condition(condition, then, otherwise) => {
                self.work.extend(otherwise.map(|otherwise| Work::Visit(otherwise, top)));
                self.work.extend([Work::Visit(*then, top), Work::Visit(*condition, top)]);
            }
            NodeKind::Call(procedure, arguments) => self.call(*procedure, *arguments, 0, top),
            NodeKind::Lambda { parameters, body, .. } => self.lambda(*parameters, *body, top),
            // Its parts see what the transform is given.
            NodeKind::Transform(pattern, update, delete) => {
                self.work.extend(delete.map(|delete| Work::Visit(delete, false)));
                self.work.extend([Work::Visit(*update, false), Work::Visit(*pattern, false)]);
            }
            NodeKind::Focus(name) | NodeKind::Index(name) => self.bind(name, true),
            _ => {}
        }
    }

    fn names_items(&self, step: Id) -> bool {
        let mut attached = self.tree.list(self.tree.node(step).attached);
        attached.any(|id| matches!(self.tree.node(id).kind, NodeKind::Focus(_) | NodeKind::Index(_)))
    }

    /// Only the first step sees the context around the path.
    fn path(&mut self, steps: List, top: bool) {
        let first = self.tree.node(steps.first);
        if first.next != Id::default() {
            self.work.push(Work::List(first.next, false));
        }
        if first.kind == NodeKind::Variable("states")
            && self.is_free("states")
            && first.attached == List::default()
        {
            let fields = self.fields(steps);
            self.uses.states.push((first.offset, fields));
        } else {
            self.work.push(Work::Visit(steps.first, top));
        }
    }

    /// The names after the first step, up to the first that has more than a name.
    fn fields(&self, steps: List) -> Vec<Reference<'e>> {
        let mut fields = Vec::new();
        let mut rest = self.tree.list(steps);
        rest.next();
        for step in rest {
            let node = self.tree.node(step);
            let NodeKind::Name(name) = &node.kind else { break };
            fields.push(Reference { word: name, offset: node.offset });
            if node.attached != List::default() {
                break;
            }
        }
        fields
    }

    fn block(&mut self, parts: List, top: bool) {
        self.work.push(Work::Close(self.scope.len()));
        self.list(parts, top);
        let tree = self.tree;
        for part in tree.list(parts) {
            if let NodeKind::Bind(name, _) = tree.node(part).kind {
                self.bind(name, false);
            }
        }
    }

    fn lambda(&mut self, parameters: List, body: Id, top: bool) {
        self.work.extend([Work::Close(self.scope.len()), Work::Leave, Work::Visit(body, top)]);
        self.lambdas += 1;
        let tree = self.tree;
        for name in tree.parameters(parameters) {
            self.bind(name, true);
        }
    }

    fn call(&mut self, procedure: Id, arguments: List, given: usize, top: bool) {
        self.list(arguments, top);
        let open = self.tree.is_open(arguments);
        if !self.called(procedure, given + self.tree.list(arguments).count(), open) {
            self.work.push(Work::Visit(procedure, top));
        }
    }

    fn applied(&mut self, id: Id, top: bool) {
        let node = self.tree.node(id);
        match node.kind {
            NodeKind::Call(procedure, arguments) if node.attached == List::default() => {
                self.call(procedure, arguments, 1, top);
            }
            _ if self.called(id, 1, false) => {}
            _ => self.work.push(Work::Visit(id, top)),
        }
    }

    /// Notes the call of a variable; false if something else is called.
    fn called(&mut self, id: Id, arguments: usize, open: bool) -> bool {
        let node = self.tree.node(id);
        match node.kind {
            NodeKind::Variable(name) if !matches!(name, "" | "$") && node.attached == List::default() => {
                if self.is_free(name) {
                    let function = Reference { word: name, offset: node.offset };
                    self.uses.calls.push(Call { function, arguments, open });
                }
                true
            }
            _ => false,
        }
    }
}
