//! Of which type the value of an expression is, where its text says so.

use super::functions::function;
use super::op::Op;
use super::tree::{Expression, Id, List, NodeKind};
use super::value_type::Type;

impl Expression<'_> {
    /// The type of its value, if it has a value; none where that depends on data.
    pub fn gives(&self) -> Option<Type> {
        self.type_of(self.root())
    }

    fn type_of(&self, mut id: Id) -> Option<Type> {
        loop {
            let node = self.node(id);
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
                NodeKind::Array(_) => return Some(Type::Array),
                NodeKind::Object(_) => return Some(Type::Object),
                NodeKind::Block(parts) => self.list(*parts).last()?,
                NodeKind::Bind(_, value) => *value,
                // Both branches give the same, or nothing is known.
                NodeKind::Condition(_, then, Some(otherwise)) => {
                    let literal = self.literal(*then)?;
                    return (self.literal(*otherwise)? == literal).then_some(literal);
                }
                NodeKind::Binary(Op::Apply, _, right) => match self.node(*right).kind {
                    NodeKind::Call(called, arguments) => return self.result(called, arguments),
                    _ => return None,
                },
                NodeKind::Binary(op, ..) => return of_operator(*op),
                NodeKind::Call(called, arguments) => return self.result(*called, *arguments),
                _ => return None,
            };
        }
    }

    /// The type of what needs no look further inside.
    fn literal(&self, id: Id) -> Option<Type> {
        let node = self.node(id);
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
        let NodeKind::Variable(name) = self.node(called).kind else { return None };
        // A call with open arguments gives a function, if it is one of JSONata's.
        let open = self.list(arguments).any(|id| self.node(id).kind == NodeKind::Placeholder);
        if open || self.binds(name) {
            return None;
        }
        function(name)?.gives
    }

    /// Whether the expression has a variable of that name anywhere.
    fn binds(&self, name: &str) -> bool {
        self.nodes.iter().any(|node| match node.kind {
            NodeKind::Bind(bound, _) | NodeKind::Focus(bound) | NodeKind::Index(bound) => bound == name,
            NodeKind::Lambda { parameters, .. } => self.parameters(parameters).any(|bound| bound == name),
            _ => false,
        })
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
        ] {
            assert_eq!(parse(text).unwrap().gives(), Some(gives), "{text}");
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
            "$substring(?, 1)",
            "($count := function($x) { 'a' }; $count(1))",
            "$x ~> $f",
            "()",
        ] {
            assert_eq!(parse(text).unwrap().gives(), None, "{text}");
        }
    }
}
