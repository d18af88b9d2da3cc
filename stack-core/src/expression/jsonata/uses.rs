//! What an expression uses from outside: names, variables, functions, and members of `$states`.

use super::op::Op;
use super::tree::{Expression, Id, Kind, List};
use std::collections::BTreeMap;

/// A word and where it starts, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'e> {
    /// The word; a variable's without its `$`.
    pub word: &'e str,
    /// Where it starts.
    pub offset: usize,
}

/// A call of a function that the expression does not define itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call<'e> {
    /// The function, without its `$`.
    pub function: Place<'e>,
    /// How many arguments it gets; what `~>` gives counts.
    pub arguments: usize,
    /// Whether arguments are open, `?`, so that nothing is called yet.
    pub open: bool,
}

/// What an expression uses from outside, each in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Uses<'e> {
    /// Field names that are looked up in the top-level context, which Step Functions does not have.
    pub names_at_top: Vec<Place<'e>>,
    /// Where `$` stands for the top-level context.
    pub contexts_at_top: Vec<usize>,
    /// Where `$$` stands, anywhere.
    pub inputs: Vec<usize>,
    /// Variables that nothing in the expression binds, without `states` and without what is called. Functions that
    /// are handed on, as in `$map($x, $uppercase)`, are among them.
    pub variables: Vec<Place<'e>>,
    /// Calls of variables that nothing in the expression binds.
    pub calls: Vec<Call<'e>>,
    /// For every `$states`, the fields that follow it as far as they are fixed: `input`, `x` for
    /// `$states.input.x[0].y`. Empty if none follows. The offset is that of the `$`.
    pub states: Vec<(usize, Vec<Place<'e>>)>,
}

impl Expression<'_> {
    /// What it uses from outside.
    pub fn uses(&self) -> Uses<'_> {
        let work = vec![Work::Visit(self.root(), true)];
        let mut walk = Walk {
            tree: self,
            work,
            scope: Vec::new(),
            bound: BTreeMap::new(),
            lambdas: 0,
            uses: Uses::default(),
        };
        walk.run();
        walk.uses
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
    /// The bound variables, the innermost last.
    scope: Vec<&'e str>,
    /// The same by name.
    bound: BTreeMap<&'e str, Vec<Binding>>,
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
        self.scope.push(name);
        self.bound.entry(name).or_default().push((self.lambdas, now));
    }

    fn close(&mut self, length: usize) {
        for name in self.scope.drain(length.min(self.scope.len())..) {
            self.bound.get_mut(name).map(Vec::pop);
        }
    }

    fn is_free(&self, name: &str) -> bool {
        let bindings = self.bound.get(name).map_or(&[][..], Vec::as_slice);
        !bindings.iter().any(|(lambdas, now)| *now || self.lambdas > *lambdas)
    }

    fn list(&mut self, list: List, top: bool) {
        if list != List::default() {
            self.work.push(Work::List(list.first, top));
        }
    }

    fn visit(&mut self, id: Id, top: bool) {
        let node = self.tree.node(id);
        // What is pushed first is done last. Names that a path gives to its items hold for its grouping too.
        if let Kind::Path(steps) = node.kind
            && self.tree.list(steps).any(|step| self.names_items(step))
        {
            self.work.push(Work::Close(self.scope.len()));
        }
        self.list(node.attached, false);
        match &node.kind {
            Kind::Name(name) if top => self.uses.names_at_top.push(Place { word: name, offset: node.offset }),
            Kind::Variable("") if top => self.uses.contexts_at_top.push(node.offset),
            Kind::Variable("$") => self.uses.inputs.push(node.offset),
            Kind::Variable("states") if self.is_free("states") => {
                self.uses.states.push((node.offset, Vec::new()))
            }
            Kind::Variable(name) if !name.is_empty() && self.is_free(name) => {
                self.uses.variables.push(Place { word: name, offset: node.offset });
            }
            Kind::Path(steps) => self.path(*steps, top),
            Kind::Sort(list) | Kind::Group(list) => self.list(*list, false),
            Kind::Array(list) | Kind::Object(list) => self.list(*list, top),
            Kind::Block(parts) => self.block(*parts, top),
            Kind::Negate(value) => self.work.push(Work::Visit(*value, top)),
            Kind::Ascending(value) | Kind::Descending(value) | Kind::Filter(value) => {
                self.work.push(Work::Visit(*value, false));
            }
            Kind::Binary(op, left, right) => {
                let right =
                    if *op == Op::Apply { Work::Applied(*right, top) } else { Work::Visit(*right, top) };
                self.work.extend([right, Work::Visit(*left, top)]);
            }
            Kind::Bind(name, value) => self.work.extend([Work::Bind(name), Work::Visit(*value, top)]),
            Kind::Condition(condition, then, otherwise) => {
                self.work.extend(otherwise.map(|otherwise| Work::Visit(otherwise, top)));
                self.work.extend([Work::Visit(*then, top), Work::Visit(*condition, top)]);
            }
            Kind::Call(procedure, arguments) => self.call(*procedure, *arguments, 0, top),
            Kind::Lambda(parameters, body) => self.lambda(*parameters, *body, top),
            // Its parts see what the transform is given.
            Kind::Transform(pattern, update, delete) => {
                self.work.extend(delete.map(|delete| Work::Visit(delete, false)));
                self.work.extend([Work::Visit(*update, false), Work::Visit(*pattern, false)]);
            }
            Kind::Focus(name) | Kind::Index(name) => self.bind(name, true),
            _ => {}
        }
    }

    fn names_items(&self, step: Id) -> bool {
        let mut attached = self.tree.list(self.tree.node(step).attached);
        attached.any(|id| matches!(self.tree.node(id).kind, Kind::Focus(_) | Kind::Index(_)))
    }

    /// Only the first step sees the context around the path.
    fn path(&mut self, steps: List, top: bool) {
        let first = self.tree.node(steps.first);
        if first.next != Id::default() {
            self.work.push(Work::List(first.next, false));
        }
        if first.kind == Kind::Variable("states")
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
    fn fields(&self, steps: List) -> Vec<Place<'e>> {
        let mut fields = Vec::new();
        for step in self.tree.list(steps).skip(1) {
            let node = self.tree.node(step);
            let Kind::Name(name) = &node.kind else { break };
            fields.push(Place { word: name, offset: node.offset });
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
            if let Kind::Bind(name, _) = tree.node(part).kind {
                self.bind(name, false);
            }
        }
    }

    fn lambda(&mut self, parameters: List, body: Id, top: bool) {
        self.work.extend([Work::Close(self.scope.len()), Work::Leave, Work::Visit(body, top)]);
        self.lambdas += 1;
        let tree = self.tree;
        for parameter in tree.list(parameters) {
            if let Kind::Variable(name) = tree.node(parameter).kind {
                self.bind(name, true);
            }
        }
    }

    fn call(&mut self, procedure: Id, arguments: List, given: usize, top: bool) {
        self.list(arguments, top);
        let open = self.tree.list(arguments).any(|id| self.tree.node(id).kind == Kind::Placeholder);
        if !self.called(procedure, given + self.tree.list(arguments).count(), open) {
            self.work.push(Work::Visit(procedure, top));
        }
    }

    fn applied(&mut self, id: Id, top: bool) {
        let node = self.tree.node(id);
        match node.kind {
            Kind::Call(procedure, arguments) if node.attached == List::default() => {
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
            Kind::Variable(name) if !matches!(name, "" | "$") && node.attached == List::default() => {
                if self.is_free(name) {
                    let function = Place { word: name, offset: node.offset };
                    self.uses.calls.push(Call { function, arguments, open });
                }
                true
            }
            _ => false,
        }
    }
}
