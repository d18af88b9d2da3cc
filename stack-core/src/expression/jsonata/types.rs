//! Of which type the value of an expression is, where its text says so.

use super::functions::{Function, function};
use super::op::Op;
use super::tree::{Expression, Id, List, NodeKind};
use super::value_type::Type;
use crate::index::Index;

/// The types of the parts of one expression.
#[derive(Debug)]
pub struct Types<'e> {
    pub(super) tree: &'e Expression<'e>,
    /// The variables that the expression gives a value to, anywhere.
    bound: Index<'e>,
}

impl Expression<'_> {
    /// What is known of the types of its parts.
    pub fn types(&self) -> Types<'_> {
        let mut bound = Index::new();
        for node in &self.nodes {
            match node.kind {
                NodeKind::Bind(name, _) | NodeKind::Focus(name) | NodeKind::Index(name) => {
                    bound.add(name);
                }
                NodeKind::Lambda { parameters, .. } => {
                    for name in self.parameters(parameters) {
                        bound.add(name);
                    }
                }
                _ => {}
            }
        }
        Types { tree: self, bound }
    }
}

impl Expression<'_> {
    /// Whether all of it is the call of the variable that stands at that offset.
    pub fn is_call(&self, offset: usize) -> bool {
        matches!(self.node(self.root()).kind, NodeKind::Call(called, _) if self.node(called).offset == offset)
    }
}

impl<'e> Types<'e> {
    /// The function of JSONata that is meant by a variable of that name.
    pub(super) fn function(&self, name: &str) -> Option<&'static Function> {
        function(name).filter(|_| !self.bound.contains(name))
    }

    /// The type of a part's value, if it has a value; none where that depends on data.
    pub fn of(&self, mut id: Id) -> Option<Type> {
        loop {
            let node = self.tree.node(id);
            if node.attached != List::default() {
                return None;
            }
            id = match &node.kind {
                NodeKind::String(_) => return Some(Type::String),
                NodeKind::Number(_) | NodeKind::Negate(_) => return Some(Type::Number),
                NodeKind::Literal(None) => return Some(Type::Null),
                NodeKind::Literal(Some(_)) => return Some(Type::Boolean),
                NodeKind::Regex(..) | NodeKind::Lambda { .. } | NodeKind::Transform(..) => {
                    return Some(Type::Function);
                }
                NodeKind::Variable(name) => return self.function(name).map(|_| Type::Function),
                NodeKind::Array(_) => return Some(Type::Array),
                NodeKind::Object(_) => return Some(Type::Object),
                NodeKind::Block(parts) => self.tree.list(*parts).last()?,
                NodeKind::Bind(_, value) => *value,
                // Both branches give the same, or nothing is known.
                NodeKind::Condition(_, then, Some(otherwise)) => {
                    let literal = self.literal(*then)?;
                    return (self.literal(*otherwise)? == literal).then_some(literal);
                }
                NodeKind::Binary(Op::Apply, left, right) => match self.tree.node(*right).kind {
                    NodeKind::Call(called, arguments) => return self.result(called, arguments),
                    NodeKind::Variable(name) => {
                        let function = self.function(name)?;
                        // Two functions become one.
                        let both = match self.tree.node(*left).kind {
                            NodeKind::Variable(name) => self.function(name).is_some(),
                            NodeKind::Lambda { .. } | NodeKind::Regex(..) => true,
                            _ => false,
                        };
                        return if both { Some(Type::Function) } else { function.gives };
                    }
                    _ => return None,
                },
                NodeKind::Binary(op, ..) => return of_operator(*op),
                NodeKind::Call(called, arguments) => return self.result(*called, *arguments),
                _ => return None,
            };
        }
    }

    /// Whether a part has a value whatever the data is.
    pub fn is_value(&self, mut id: Id) -> bool {
        loop {
            let node = self.tree.node(id);
            if node.attached != List::default() {
                return false;
            }
            id = match &node.kind {
                NodeKind::String(_)
                | NodeKind::Number(_)
                | NodeKind::Literal(_)
                | NodeKind::Regex(..)
                | NodeKind::Lambda { .. }
                | NodeKind::Transform(..)
                | NodeKind::Array(_)
                | NodeKind::Object(_) => return true,
                NodeKind::Binary(op, ..) => {
                    return matches!(
                        op,
                        Op::Concatenate | Op::Equal | Op::NotEqual | Op::And | Op::Or | Op::In
                    );
                }
                NodeKind::Variable(name) => return self.function(name).is_some(),
                NodeKind::Call(called, _) => {
                    let NodeKind::Variable(name) = self.tree.node(*called).kind else { return false };
                    let certain = ["count", "exists", "millis", "now", "random", "uuid"];
                    return certain.contains(&name) && self.function(name).is_some();
                }
                NodeKind::Block(parts) => match self.tree.list(*parts).last() {
                    Some(last) => last,
                    None => return false,
                },
                NodeKind::Negate(value) | NodeKind::Bind(_, value) => *value,
                _ => return false,
            };
        }
    }

    /// The function that the value is, or that stands in the arrays and objects that it is made of.
    pub fn function_in(&self, id: Id) -> Option<Id> {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let node = self.tree.node(id);
            if node.attached != List::default() {
                continue;
            }
            match &node.kind {
                NodeKind::Array(items) => open.extend(self.tree.list(*items)),
                NodeKind::Object(members) => open.extend(self.tree.list(*members).skip(1).step_by(2)),
                _ if self.of(id) == Some(Type::Function) => return Some(id),
                _ => {}
            }
        }
        None
    }

    /// The type of what needs no look further inside.
    fn literal(&self, id: Id) -> Option<Type> {
        let node = self.tree.node(id);
        match &node.kind {
            _ if node.attached != List::default() => None,
            NodeKind::String(_) => Some(Type::String),
            NodeKind::Number(_) => Some(Type::Number),
            NodeKind::Literal(Some(_)) => Some(Type::Boolean),
            NodeKind::Array(_) => Some(Type::Array),
            NodeKind::Object(_) => Some(Type::Object),
            NodeKind::Binary(op, ..) => of_operator(*op),
            _ => None,
        }
    }

    /// What a call gives.
    fn result(&self, called: Id, arguments: List) -> Option<Type> {
        let NodeKind::Variable(name) = self.tree.node(called).kind else { return None };
        let function = self.function(name)?;
        // One with open arguments gives a function.
        if self.tree.is_open(arguments) { Some(Type::Function) } else { function.gives }
    }
}

fn of_operator(op: Op) -> Option<Type> {
    match op {
        Op::Plus | Op::Minus | Op::Star | Op::Slash | Op::Percent => Some(Type::Number),
        Op::Concatenate => Some(Type::String),
        Op::Equal | Op::NotEqual | Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual => {
            Some(Type::Boolean)
        }
        Op::And | Op::Or | Op::In => Some(Type::Boolean),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Type;
    use crate::expression::jsonata::parse;

    #[test]
    fn literals_operators_and_functions_tell_the_type() {
        for (text, gives) in [
            ("'a'", Type::String),
            ("$x & 1", Type::String),
            ("($x := 1; $string($x))", Type::String),
            ("$x ~> $trim()", Type::String),
            ("-$x", Type::Number),
            ("$count($x) + 1", Type::Number),
            ("$x > 1 and $y", Type::Boolean),
            ("$not($x)", Type::Boolean),
            ("$x ? 'a' : 'b' & $y", Type::String),
            ("null", Type::Null),
            ("[1..3]", Type::Array),
            ("{'a': 1}", Type::Object),
            ("function($x) { $x }", Type::Function),
            ("/a/i", Type::Function),
            ("|a|{}|", Type::Function),
            ("$sum", Type::Function),
            ("$trim ~> $uppercase", Type::Function),
            ("$x ~> $uppercase", Type::String),
            ("$substring(?, 1)", Type::Function),
        ] {
            let tree = parse(text).unwrap();
            assert_eq!(tree.types().of(tree.root()), Some(gives), "{text}");
        }
    }

    #[test]
    fn what_depends_on_data_has_no_known_type() {
        for text in [
            "$x",
            "$states.input.x",
            "[1, 2][0]",
            "{'a': 1}.a",
            "$x ? 'a' : 1",
            "$x ? 'a'",
            "$map($x, $string)",
            "($count := function($x) { 'a' }; $count(1))",
            "$x ~> $f",
            "()",
        ] {
            let tree = parse(text).unwrap();
            assert_eq!(tree.types().of(tree.root()), None, "{text}");
        }
    }
}
