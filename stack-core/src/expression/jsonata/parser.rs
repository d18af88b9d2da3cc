//! The grammar of JSONata, by the powers with which operators bind.
//!
//! jsonata-js reads first and builds paths afterwards. Here both happen at once: what its second pass
//! would refuse is kept in `later`, for faults of the grammar come first.

use super::lexer::{Lexer, Token, word};
use super::op::Op;
use super::parents::Parents;
use super::tree::{Expression, Id, List, Node, NodeKind};
use super::{SyntaxError, TOO_DEEP};

/// How many expressions may stand inside each other.
const DEEPEST: u32 = 200;

pub(super) type Result<T> = std::result::Result<T, SyntaxError>;

pub(super) struct Parser<'t> {
    lexer: Lexer<'t>,
    pub(super) token: Token<'t>,
    /// Where the token starts.
    pub(super) start: usize,
    depth: u32,
    pub(super) tree: Expression<'t>,
    pub(super) parents: Parents,
    deferred: Option<SyntaxError>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str) -> Result<Self> {
        let mut lexer = Lexer::new(text);
        let (token, start) = lexer.next(false)?;
        // About what expressions need, so that most of them are read without a second allocation.
        let mut nodes = Vec::with_capacity(text.len() / 4 + 4);
        nodes.push(Node::NONE);
        let tree = Expression { nodes, root: Id::default(), newer: None, ancestors: Vec::new() };
        Ok(Parser { lexer, token, start, depth: 0, tree, parents: Parents::new(), deferred: None })
    }

    pub(super) fn whole(mut self) -> Result<Expression<'t>> {
        let root = self.expression(0)?;
        if self.token != Token::End {
            let message = format!("the expression ends before {}", self.token.describe());
            return Err(SyntaxError::new("S0201", self.start, message));
        }
        if self.parents.is_missing(&self.tree, root) {
            self.no_parent(self.tree.node(root).offset);
        }
        self.tree.root = root;
        self.deferred.map_or(Ok(self.tree), Err)
    }

    /// Keeps the first fault of those that count only if the grammar holds.
    pub(super) fn defer(&mut self, code: &'static str, offset: usize, message: &str) {
        self.deferred.get_or_insert_with(|| SyntaxError::new(code, offset, message));
    }

    pub(super) fn no_parent(&mut self, offset: usize) {
        self.defer("S0217", offset, "it cannot be told what the parent `%` is here");
    }

    pub(super) fn advance(&mut self, after_operand: bool) -> Result<Token<'t>> {
        let (token, start) = self.lexer.next(after_operand)?;
        self.start = start;
        Ok(std::mem::replace(&mut self.token, token))
    }

    /// A piece of the text.
    pub(super) fn written(&self, start: usize, end: usize) -> &'t str {
        self.lexer.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn at(&self, op: Op) -> bool {
        self.token == Token::Operator(op)
    }

    fn eat(&mut self, op: Op) -> Result<bool> {
        let found = self.at(op);
        if found {
            self.advance(false)?;
        }
        Ok(found)
    }

    pub(super) fn expect(&mut self, op: Op, after_operand: bool) -> Result<()> {
        if self.at(op) {
            return self.advance(after_operand).map(drop);
        }
        let (code, found) = match self.token {
            Token::End => ("S0203", "the end".into()),
            _ => ("S0202", self.token.describe()),
        };
        Err(SyntaxError::new(code, self.start, format!("expected `{}`, found {found}", op.text())))
    }

    fn add(&mut self, kind: NodeKind<'t>, offset: usize) -> Id {
        let id = Id(u32::try_from(self.tree.nodes.len()).unwrap_or_default());
        self.tree.nodes.push(Node { kind, offset, ..Node::NONE });
        id
    }

    fn push(&mut self, list: &mut List, id: Id) {
        match self.tree.nodes.get_mut(list.last.0 as usize) {
            Some(last) if list.last != Id::default() => last.next = id,
            _ => list.first = id,
        }
        list.last = id;
    }

    fn attach(&mut self, to: Id, kind: NodeKind<'t>, offset: usize) {
        let (filter, group) = (matches!(kind, NodeKind::Filter(_)), matches!(kind, NodeKind::Group(_)));
        let focus = matches!(kind, NodeKind::Focus(_));
        let id = self.add(kind, offset);
        let mut attached = self.tree.node(to).attached;
        self.push(&mut attached, id);
        if let Some(node) = self.tree.nodes.get_mut(to.0 as usize) {
            node.attached = attached;
            node.filtered |= filter;
            node.grouped |= group;
            node.focused |= focus;
        }
    }

    fn set(&mut self, id: Id, kind: NodeKind<'t>) {
        if let Some(node) = self.tree.nodes.get_mut(id.0 as usize) {
            node.kind = kind;
        }
    }

    /// The value itself if it is a path, or a path of that one step.
    fn path(&mut self, value: Id) -> (Id, List) {
        if let NodeKind::Path(steps) = self.tree.node(value).kind {
            return (value, steps);
        }
        let steps = List { first: value, last: value };
        (self.add(NodeKind::Path(steps), self.tree.node(value).offset), steps)
    }

    /// The last step of a path, or the value itself.
    fn step(&self, value: Id) -> Id {
        match self.tree.node(value).kind {
            NodeKind::Path(steps) => steps.last,
            _ => value,
        }
    }

    fn name(&mut self, name: &'t str, offset: usize) -> Id {
        let step = self.add(NodeKind::Name(name.into()), offset);
        self.path(step).0
    }

    pub(super) fn expression(&mut self, power: u8) -> Result<Id> {
        if self.depth == DEEPEST {
            return Err(too_deep(self.start));
        }
        self.depth += 1;
        let offset = self.start;
        let token = self.advance(true)?;
        let mut left = self.value(token, offset)?;
        while let Token::Operator(op) = self.token
            && power < op.power()
        {
            let offset = self.start;
            self.advance(false)?;
            left = self.continued(op, left, offset)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// What a word means at the start of a value.
    fn value(&mut self, token: Token<'t>, offset: usize) -> Result<Id> {
        match token {
            Token::Operator(Op::Minus) => self.negation(offset),
            Token::Operator(Op::Paren) => self.block(offset),
            Token::Operator(Op::Bracket) => self.array(offset),
            Token::Operator(Op::Brace) => self.object(offset),
            Token::Operator(Op::Pipe) => self.transform(offset),
            token => self.word(token, offset),
        }
    }

    /// A value of one word. Apart from those that hold others, so that these need little stack.
    fn word(&mut self, token: Token<'t>, offset: usize) -> Result<Id> {
        let kind = match token {
            Token::Name(name) => return Ok(self.name(name, offset)),
            Token::Operator(op @ (Op::And | Op::Or | Op::In)) => return Ok(self.name(op.text(), offset)),
            Token::Variable(name) => NodeKind::Variable(name),
            Token::String(text) => NodeKind::String(text),
            Token::Number(number) => NodeKind::Number(number),
            Token::Literal(value) => NodeKind::Literal(value),
            Token::Regex(pattern, flags) => NodeKind::Regex(pattern, flags),
            Token::Operator(Op::Star) => NodeKind::Wildcard,
            Token::Operator(Op::StarStar) => NodeKind::Descendant,
            Token::Operator(Op::Percent) => NodeKind::Parent,
            Token::Operator(op) => {
                let message = format!("expected a value, found `{}`", op.text());
                return Err(SyntaxError::new("S0211", offset, message));
            }
            Token::End => {
                self.defer("S0207", offset, "expected a value, found the end");
                NodeKind::Literal(None)
            }
        };
        let parent = kind == NodeKind::Parent;
        let id = self.add(kind, offset);
        if parent {
            self.parents.add(id);
        }
        Ok(id)
    }

    fn negation(&mut self, offset: usize) -> Result<Id> {
        let value = self.expression(70)?;
        if let NodeKind::Number(number) = self.tree.node(value).kind {
            self.set(value, NodeKind::Number(-number));
            return Ok(value);
        }
        let id = self.add(NodeKind::Negate(value), offset);
        self.parents.hand_up(&self.tree, id, value);
        Ok(id)
    }

    fn block(&mut self, offset: usize) -> Result<Id> {
        let id = self.add(NodeKind::Block(List::default()), offset);
        let mut parts = List::default();
        while !self.at(Op::ParenEnd) {
            let part = self.expression(0)?;
            self.parents.hand_up(&self.tree, id, part);
            self.push(&mut parts, part);
            if !self.eat(Op::Semicolon)? {
                break;
            }
        }
        self.expect(Op::ParenEnd, true)?;
        self.set(id, NodeKind::Block(parts));
        Ok(id)
    }

    fn array(&mut self, offset: usize) -> Result<Id> {
        let id = self.add(NodeKind::Array(List::default()), offset);
        let mut items = List::default();
        while !self.at(Op::BracketEnd) || items != List::default() {
            let mut item = self.expression(0)?;
            let range = self.start;
            if self.eat(Op::Range)? {
                let end = self.expression(0)?;
                item = self.binary(Op::Range, item, end, range);
            }
            self.parents.hand_up(&self.tree, id, item);
            self.push(&mut items, item);
            if !self.eat(Op::Comma)? {
                break;
            }
        }
        self.expect(Op::BracketEnd, true)?;
        self.set(id, NodeKind::Array(items));
        Ok(id)
    }

    fn object(&mut self, offset: usize) -> Result<Id> {
        let id = self.add(NodeKind::Object(List::default()), offset);
        let pairs = self.pairs(Some(id))?;
        self.set(id, NodeKind::Object(pairs));
        Ok(id)
    }

    /// Keys and values up to the `}`.
    fn pairs(&mut self, object: Option<Id>) -> Result<List> {
        let mut pairs = List::default();
        while !self.at(Op::BraceEnd) || pairs != List::default() {
            let key = self.expression(0)?;
            self.expect(Op::Colon, false)?;
            let value = self.expression(0)?;
            for part in [key, value] {
                if let Some(object) = object {
                    self.parents.hand_up(&self.tree, object, part);
                }
                self.push(&mut pairs, part);
            }
            if !self.eat(Op::Comma)? {
                break;
            }
        }
        self.expect(Op::BraceEnd, true)?;
        Ok(pairs)
    }

    fn transform(&mut self, offset: usize) -> Result<Id> {
        let pattern = self.expression(0)?;
        self.expect(Op::Pipe, false)?;
        let update = self.expression(0)?;
        let delete = if self.eat(Op::Comma)? { Some(self.expression(0)?) } else { None };
        self.expect(Op::Pipe, false)?;
        Ok(self.add(NodeKind::Transform(pattern, update, delete), offset))
    }

    /// What an operator means after a value.
    fn continued(&mut self, op: Op, left: Id, offset: usize) -> Result<Id> {
        match op {
            Op::Dot => self.dot(left),
            Op::Bracket => self.filter(left, offset),
            Op::Brace => self.group(left, offset),
            Op::Paren => self.call(left, offset),
            Op::Sort => self.sort(left, offset),
            Op::Focus | Op::Index => self.named(op, left, offset),
            Op::Question => self.condition(left, offset),
            Op::Bind => self.bind(left, offset),
            _ => {
                let power = if matches!(op, Op::Default | Op::Coalesce) { 0 } else { op.power() };
                let right = self.expression(power)?;
                if power == 0 {
                    self.tree.newer = Some(self.tree.newer.map_or(offset, |newer| newer.min(offset)));
                }
                Ok(self.binary(op, left, right, offset))
            }
        }
    }

    fn binary(&mut self, op: Op, left: Id, right: Id, offset: usize) -> Id {
        let id = self.add(NodeKind::Binary(op, left, right), offset);
        if op != Op::Apply {
            self.parents.hand_up(&self.tree, id, left);
            self.parents.hand_up(&self.tree, id, right);
        }
        id
    }

    fn dot(&mut self, left: Id) -> Result<Id> {
        let (path, mut steps) = self.path(left);
        if path != left && self.tree.node(left).kind == NodeKind::Parent {
            self.parents.seed(path, left);
        }
        let right = self.expression(Op::Dot.power())?;
        let more = match self.tree.node(right).kind {
            NodeKind::Path(more) => more,
            _ => List { first: right, last: right },
        };
        self.push(&mut steps, more.first);
        steps.last = more.last;
        for step in [steps.first, more.first] {
            match &self.tree.node(step).kind {
                NodeKind::Number(_) => {
                    let offset = self.tree.node(step).offset;
                    self.defer("S0213", offset, "a number cannot be a step of a path");
                }
                NodeKind::Literal(value) => {
                    let (offset, value) = (self.tree.node(step).offset, word(*value));
                    self.defer("S0213", offset, &format!("`{value}` cannot be a step of a path"));
                }
                NodeKind::String(text) => {
                    let name = NodeKind::Name(text.clone());
                    self.set(step, name);
                }
                _ => {}
            }
        }
        self.set(path, NodeKind::Path(steps));
        self.resolve(path, steps);
        Ok(path)
    }

    fn filter(&mut self, left: Id, offset: usize) -> Result<Id> {
        let step = self.step(left);
        if self.eat(Op::BracketEnd)? {
            if let Some(node) = self.tree.nodes.get_mut(step.0 as usize) {
                node.keeps_array = true;
            }
            return Ok(left);
        }
        if self.tree.node(step).grouped {
            self.defer("S0209", offset, "a predicate cannot follow a grouping");
        }
        let predicate = self.expression(0)?;
        self.expect(Op::BracketEnd, true)?;
        self.resolve_predicate(step, predicate);
        self.attach(step, NodeKind::Filter(predicate), offset);
        Ok(left)
    }

    fn group(&mut self, left: Id, offset: usize) -> Result<Id> {
        if self.tree.node(left).grouped {
            self.defer("S0210", offset, "a step has one grouping at most");
        }
        let pairs = self.pairs(None)?;
        self.attach(left, NodeKind::Group(pairs), offset);
        Ok(left)
    }

    fn sort(&mut self, left: Id, offset: usize) -> Result<Id> {
        self.expect(Op::Paren, false)?;
        let sort = self.add(NodeKind::Sort(List::default()), offset);
        let mut terms = List::default();
        loop {
            let start = self.start;
            let descending = !self.eat(Op::Less)? && self.eat(Op::Greater)?;
            let term = self.expression(0)?;
            self.parents.hand_up(&self.tree, sort, term);
            let kind = if descending { NodeKind::Descending(term) } else { NodeKind::Ascending(term) };
            let term = self.add(kind, start);
            self.push(&mut terms, term);
            if !self.eat(Op::Comma)? {
                break;
            }
        }
        self.expect(Op::ParenEnd, false)?;
        self.set(sort, NodeKind::Sort(terms));
        let (path, mut steps) = self.path(left);
        self.push(&mut steps, sort);
        self.set(path, NodeKind::Path(steps));
        self.resolve(path, steps);
        Ok(path)
    }

    /// `@$name` and `#$name`.
    fn named(&mut self, op: Op, left: Id, offset: usize) -> Result<Id> {
        let start = self.start;
        let right = self.expression(op.power())?;
        let Some(name) = self.variable(right) else {
            let message = format!("a variable such as `$x` must follow `{}`", op.text());
            return Err(SyntaxError::new("S0214", start, message));
        };
        if op == Op::Index {
            let (path, steps) = self.path(left);
            self.attach(steps.last, NodeKind::Index(name), offset);
            return Ok(path);
        }
        let step = self.step(left);
        let node = self.tree.node(step);
        if node.filtered {
            self.defer("S0215", offset, "`@` must come before the predicates of a step");
        } else if matches!(node.kind, NodeKind::Sort(_)) {
            self.defer("S0216", offset, "`@` must come before the sorting of a path");
        }
        self.attach(step, NodeKind::Focus(name), offset);
        Ok(left)
    }

    /// The name, if the node is a variable with nothing bound to it.
    pub(super) fn variable(&self, id: Id) -> Option<&'t str> {
        match self.tree.node(id) {
            Node { kind: NodeKind::Variable(name), attached, .. } if *attached == List::default() => {
                Some(*name)
            }
            _ => None,
        }
    }

    fn condition(&mut self, left: Id, offset: usize) -> Result<Id> {
        let then = self.expression(0)?;
        let otherwise = if self.eat(Op::Colon)? { Some(self.expression(0)?) } else { None };
        let id = self.add(NodeKind::Condition(left, then, otherwise), offset);
        for part in [Some(left), Some(then), otherwise].into_iter().flatten() {
            self.parents.hand_up(&self.tree, id, part);
        }
        Ok(id)
    }

    fn bind(&mut self, left: Id, offset: usize) -> Result<Id> {
        let Some(name) = self.variable(left) else {
            let message = "only a variable such as `$x` can be assigned with `:=`";
            return Err(SyntaxError::new("S0212", self.tree.node(left).offset, message));
        };
        let value = self.expression(Op::Bind.power() - 1)?;
        let id = self.add(NodeKind::Bind(name, value), offset);
        self.parents.hand_up(&self.tree, id, value);
        Ok(id)
    }

    fn call(&mut self, left: Id, offset: usize) -> Result<Id> {
        let call = self.add(NodeKind::Call(left, List::default()), offset);
        let mut arguments = List::default();
        while !self.at(Op::ParenEnd) || arguments != List::default() {
            let start = self.start;
            let argument = if self.eat(Op::Question)? {
                self.add(NodeKind::Placeholder, start)
            } else {
                self.expression(0)?
            };
            self.parents.hand_up(&self.tree, call, argument);
            self.push(&mut arguments, argument);
            if !self.eat(Op::Comma)? {
                break;
            }
        }
        self.expect(Op::ParenEnd, true)?;
        let kind = match self.is_lambda(left) {
            true => self.lambda(arguments)?,
            false => NodeKind::Call(left, arguments),
        };
        self.set(call, kind);
        Ok(call)
    }
}

#[cold]
fn too_deep(offset: usize) -> SyntaxError {
    SyntaxError::new(TOO_DEEP, offset, format!("expressions are nested more than {DEEPEST} deep"))
}
