//! The parts of an expression that are evaluated whenever the expression is.

use super::op::Op;
use super::tree::{Expression, Id, NodeKind};

/// What is evaluated whenever the whole expression is: not in a branch of a condition, on the right of an `and`, in a
/// function, or for each item of what may have none.
#[derive(Debug)]
pub struct Always {
    /// By the number of a part.
    parts: Vec<bool>,
    /// By the offset of a variable.
    variables: Vec<bool>,
}

impl Always {
    /// Whether that part is.
    pub fn has(&self, part: Id) -> bool {
        self.parts.get(part.0 as usize) == Some(&true)
    }

    /// Whether the variable is that stands there.
    pub fn reads(&self, offset: usize) -> bool {
        self.variables.get(offset) == Some(&true)
    }
}

/// Sets a bit of a list that grows as needed.
fn set(list: &mut Vec<bool>, at: usize) {
    if list.len() <= at {
        list.resize(at + 1, false);
    }
    if let Some(bit) = list.get_mut(at) {
        *bit = true;
    }
}

impl Expression<'_> {
    /// The parts that are evaluated in any case.
    pub fn always(&self) -> Always {
        let mut always = Always { parts: Vec::new(), variables: Vec::new() };
        let mut open = vec![self.root()];
        while let Some(id) = open.pop() {
            set(&mut always.parts, id.0 as usize);
            match &self.node(id).kind {
                NodeKind::Variable(_) => set(&mut always.variables, self.node(id).offset),
                // The others are asked only if the first one finds something.
                NodeKind::Path(steps) => open.push(steps.first),
                NodeKind::Array(list) | NodeKind::Object(list) | NodeKind::Block(list) => {
                    open.extend(self.list(*list));
                }
                NodeKind::Negate(value) | NodeKind::Bind(_, value) | NodeKind::Condition(value, ..) => {
                    open.push(*value);
                }
                NodeKind::Binary(Op::And | Op::Or | Op::Default | Op::Coalesce, left, _) => open.push(*left),
                NodeKind::Binary(_, left, right) => open.extend([*left, *right]),
                NodeKind::Call(called, arguments) => {
                    open.push(*called);
                    open.extend(self.list(*arguments));
                }
                _ => {}
            }
        }
        always
    }
}

#[cfg(test)]
mod tests {
    use crate::expression::jsonata::parse;

    #[test]
    fn what_is_evaluated_in_any_case() {
        for text in [
            "$x",
            "-$x",
            "$x + 1",
            "1 + $x",
            "[1, $x]",
            "{'a': [$x]}",
            "($y := 1; $x)",
            "$y := $x",
            "$x ? 1 : 2",
            "$x and $y",
            "$sum($x)",
            "$x(1)",
            "$x.a.b",
            "$y ~> $x",
            "1 ~> $f($x)",
            "$x[0]",
        ] {
            assert!(parse(text).unwrap().always().reads(text.find("$x").unwrap()), "{text}");
        }
    }

    #[test]
    fn what_depends_on_something() {
        for text in [
            "$y ? $x : 1",
            "$y ? 1 : $x",
            "$y and $x",
            "$y or $x",
            "function($a) { $x }",
            "$y.$x",
            "$y[$x]",
            "$y^($x)",
            "$y{'a': $x}",
            "$map($y, function($a) { $a + $x })",
            "$y ~> |a|{'b': $x}|",
        ] {
            assert!(!parse(text).unwrap().always().reads(text.find("$x").unwrap()), "{text}");
        }
    }
}
