//! What an expression is: nodes in one list, which name each other by number.

use super::op::Op;
use std::borrow::Cow;
use std::iter;

/// Names a node of one expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(pub(super) u32);

/// Nodes in their order; see [`Expression::list`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct List {
    pub(super) first: Id,
    pub(super) last: Id,
}

/// A part of an expression.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    /// What it is.
    pub kind: NodeKind<'t>,
    /// Where its own word or operator starts, in bytes.
    pub offset: usize,
    /// What is bound to it: [`NodeKind::Filter`], [`NodeKind::Group`], [`NodeKind::Focus`] and [`NodeKind::Index`]
    /// in their order.
    pub attached: List,
    /// Whether `[]` follows: then its value, and that of a path which it is a step of, stays an array of one item.
    pub keeps_array: bool,
    /// Whether a `%` outside of it stands for what it, or a step in this path or block, was applied to; see
    /// [`Expression::ancestor`].
    pub is_ancestor: bool,
    pub(super) next: Id,
    /// Which of them it has.
    pub(super) filtered: bool,
    pub(super) grouped: bool,
    pub(super) focused: bool,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind<'t> {
    /// A field's name; always a step of a path.
    Name(Cow<'t, str>),
    /// A string.
    String(Cow<'t, str>),
    /// A number, with its sign.
    Number(f64),
    /// `true`, `false`, or `null`
    Literal(Option<bool>),
    /// A regular expression's pattern and flags.
    Regex(&'t str, &'t str),
    /// A variable without its `$`: empty for the context `$`, `$` for the input `$$`.
    Variable(&'t str),
    /// `*`
    Wildcard,
    /// `**`
    Descendant,
    /// `%`
    Parent,
    /// `?` as an argument
    Placeholder,
    /// Steps; at least one.
    Path(List),
    /// A sorting step: [`NodeKind::Ascending`] and [`NodeKind::Descending`] terms.
    Sort(List),
    /// A term of a sorting step.
    Ascending(Id),
    /// A term of a sorting step that reverses the order.
    Descending(Id),
    /// `-x`
    Negate(Id),
    /// `[x, y]`
    Array(List),
    /// `{k: v}`: keys and values in turn.
    Object(List),
    /// `(x; y)`
    Block(List),
    /// Two values and an operator between them; ranges, `~>`, `?:` and `??` too.
    Binary(Op, Id, Id),
    /// `$name := value`
    Bind(&'t str, Id),
    /// `condition ? then : otherwise`
    Condition(Id, Id, Option<Id>),
    /// What is called, and the arguments.
    Call(Id, List),
    /// A function.
    Lambda {
        /// The parameters, each a [`NodeKind::Variable`].
        parameters: List,
        /// The types of the parameters and of the result, as they were written: `<s-n?:s>`.
        signature: Option<&'t str>,
        /// The body.
        body: Id,
    },
    /// `|pattern|update, delete|`
    Transform(Id, Id, Option<Id>),
    /// A predicate or an index.
    Filter(Id),
    /// A grouping: keys and values in turn.
    Group(List),
    /// `@$name`
    Focus(&'t str),
    /// `#$name`
    Index(&'t str),
}

/// An expression that was read.
#[derive(Clone, Debug)]
pub struct Expression<'t> {
    /// The first one stands for "none".
    pub(super) nodes: Vec<Node<'t>>,
    pub(super) root: Id,
    pub(super) newer: Option<usize>,
    /// The step of each `%`, at its own number; the others have none.
    pub(super) ancestors: Vec<Id>,
}

impl<'t> Expression<'t> {
    /// The node that holds all others.
    pub fn root(&self) -> Id {
        self.root
    }

    /// A node.
    pub fn node(&self, id: Id) -> &Node<'t> {
        self.nodes.get(id.0 as usize).unwrap_or(const { &Node::NONE })
    }

    /// All nodes; some may be in no other.
    pub(super) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        (1..self.nodes.len() as u32).map(Id)
    }

    /// The nodes of a list.
    pub fn list(&self, list: List) -> impl Iterator<Item = Id> + '_ {
        let some = |id: Id| (id != Id::default()).then_some(id);
        iter::successors(some(list.first), move |id| some(self.node(*id).next))
    }

    /// Whether an argument of a call is left open, with `?`: what it gives is a function.
    pub(super) fn is_open(&self, arguments: List) -> bool {
        let mut arguments = self.list(arguments);
        arguments.any(|id| self.node(id).kind == NodeKind::Placeholder)
    }

    /// The step that a [`NodeKind::Parent`] refers to: its value is what that step was applied to. None for other nodes,
    /// and for what is longer than the parser follows it (a million steps back).
    pub fn ancestor(&self, parent: Id) -> Option<Id> {
        self.ancestors.get(parent.0 as usize).copied().filter(|&step| step != Id::default())
    }

    /// Where the first operator stands that came after jsonata-js 2.0.6, the version that AWS documents:
    /// `?:` and `??`.
    pub fn newer_operator(&self) -> Option<usize> {
        self.newer
    }
}

impl Node<'_> {
    pub(super) const NONE: Node<'static> = Node {
        kind: NodeKind::Literal(None),
        offset: 0,
        attached: List { first: Id(0), last: Id(0) },
        keeps_array: false,
        is_ancestor: false,
        next: Id(0),
        filtered: false,
        grouped: false,
        focused: false,
    };
}
