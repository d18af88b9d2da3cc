//! Operators whose operands, as far as the text says what they are, always make them fail.

use super::op::Op;
use super::tree::{Id, NodeKind};
use super::types::Types;
use super::value_type::Type;

/// Something that fails whenever it is evaluated.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// What fails.
    pub part: Id,
    /// What is wrong with it, which stands there.
    pub culprit: Id,
    /// JSONata's own code.
    pub code: &'static str,
    /// Why it fails.
    pub message: String,
    /// Whether the data cannot change it; if not, what is wrong may be nothing at all, and then so is the whole.
    pub is_sure: bool,
}

impl Types<'_> {
    /// The operators that always fail, in the order of the text as far as it is known.
    pub fn failing_operators(&self) -> Vec<Failure> {
        let mut found = Vec::new();
        for part in self.tree.ids() {
            match &self.tree.node(part).kind {
                NodeKind::Binary(op, left, right) => self.operator(part, *op, *left, *right, &mut found),
                NodeKind::Negate(value) => {
                    let wanted = |of| of == Type::Number;
                    let found = &mut found;
                    self.operand(part, *value, wanted, "D1002", "`-` negates numbers", found);
                }
                NodeKind::Call(called, arguments) => {
                    let wanted = |of| of == Type::Function;
                    let code = if self.tree.is_open(*arguments) { "T1008" } else { "T1006" };
                    self.operand(part, *called, wanted, code, "only functions can be called", &mut found);
                }
                NodeKind::Object(members) => self.keys(part, *members, &mut found),
                _ => {}
            }
        }
        found
    }

    fn operator(&self, part: Id, op: Op, left: Id, right: Id, found: &mut Vec<Failure>) {
        match op {
            Op::Plus | Op::Minus | Op::Star | Op::Slash | Op::Percent => {
                let wanted = |of| of == Type::Number;
                let takes = format!("`{}` calculates with numbers", op.text());
                self.operand(part, left, wanted, "T2001", &takes, found);
                self.operand(part, right, wanted, "T2002", &takes, found);
            }
            Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual => {
                let wanted = |of| matches!(of, Type::Number | Type::String);
                let takes = format!("`{}` compares numbers or strings", op.text());
                let before = found.len();
                self.operand(part, left, wanted, "T2010", &takes, found);
                self.operand(part, right, wanted, "T2010", &takes, found);
                let (one, other) = (self.of(left), self.of(right));
                if let (true, Some(one), Some(other)) = (before == found.len(), one, other)
                    && one != other
                {
                    let (one, other) = (one.label(), other.label());
                    let message = format!("`{}` cannot compare {one} with {other}", op.text());
                    let is_sure = self.is_value(left) && self.is_value(right);
                    found.push(Failure { part, culprit: right, code: "T2009", message, is_sure });
                }
            }
            Op::Range => {
                let takes = "`..` takes integers";
                for (side, code) in [(left, "T2003"), (right, "T2004")] {
                    self.operand(part, side, |of| of == Type::Number, code, takes, found);
                    if let Some(number) = self.number(side).filter(|number| number.fract() != 0.0) {
                        let message = format!("{takes}, not {number}");
                        found.push(Failure { part, culprit: side, code, message, is_sure: true });
                    }
                }
            }
            Op::Apply if !matches!(self.tree.node(right).kind, NodeKind::Call(..)) => {
                let wanted = |of| of == Type::Function;
                self.operand(part, right, wanted, "T2006", "`~>` gives a value to a function", found);
            }
            _ => {}
        }
    }

    /// Notes an operand that is of no wanted type.
    fn operand(
        &self,
        part: Id,
        culprit: Id,
        wanted: fn(Type) -> bool,
        code: &'static str,
        takes: &str,
        found: &mut Vec<Failure>,
    ) {
        if let Some(of) = self.of(culprit).filter(|of| !wanted(*of)) {
            let message = format!("{takes}, not {}", of.label());
            found.push(Failure { part, culprit, code, message, is_sure: self.is_value(culprit) });
        }
    }

    /// Notes keys of an object that are no strings, and those that are there twice.
    fn keys(&self, part: Id, members: super::List, found: &mut Vec<Failure>) {
        let mut known = crate::index::Index::new();
        for key in self.tree.list(members).step_by(2) {
            self.operand(part, key, |of| of == Type::String, "T1003", "a key is a string", found);
            if let NodeKind::String(name) = &self.tree.node(key).kind
                && !known.add(name)
            {
                let message = format!("the key `{name}` is there twice");
                found.push(Failure { part, culprit: key, code: "D1009", message, is_sure: true });
            }
        }
    }

    /// A number that stands there as such.
    pub(super) fn number(&self, id: Id) -> Option<f64> {
        let node = self.tree.node(id);
        match node.kind {
            NodeKind::Number(number) if node.attached == super::List::default() => Some(number),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::expression::jsonata::parse;

    fn failures(text: &str) -> String {
        let tree = parse(text).unwrap();
        let show = |it: super::Failure| format!("{}{}", it.code, if it.is_sure { "" } else { "?" });
        tree.types().failing_operators().into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn operands_of_a_wrong_type() {
        for (text, codes) in [
            ("1 + 'a'", "T2002"),
            ("'a' / 42", "T2001"),
            ("true * 1", "T2001"),
            ("null - [1]", "T2001 T2002"),
            ("1 % {}", "T2002"),
            ("$sum + 1", "T2001"),
            ("$trim($x) + 1", "T2001?"),
            ("-'a'", "D1002"),
            ("-$trim($x)", "D1002?"),
            ("'a' < 1", "T2009"),
            ("$trim($x) < 1", "T2009?"),
            ("true >= 1", "T2010"),
            ("1 <= null", "T2010"),
            ("['a'..3]", "T2003"),
            ("[1..2.5]", "T2004"),
            ("1 ~> 'a'", "T2006"),
            ("'a'(1)", "T1006"),
            ("{1: 2}", "T1003"),
            ("{'a': 1, 'b': 2, 'a': 3}", "D1009"),
            ("$x ? 1 + 'a' : $y and -'b'", "T2002 D1002"),
        ] {
            let mut found: Vec<_> = failures(text).split(' ').map(str::to_owned).collect();
            let mut codes: Vec<_> = codes.split(' ').map(str::to_owned).collect();
            found.sort_unstable();
            codes.sort_unstable();
            assert_eq!(found, codes, "{text}");
        }
    }

    #[test]
    fn what_may_be_right_is_left_alone() {
        for text in [
            "1 + 2",
            "$x + 1",
            "$x.a + $y[0]",
            "'a' & 1",
            "'a' = 1",
            "'a' != null",
            "'a' < 'b'",
            "1 < $x",
            "-$x",
            "-1",
            "[1..$count($x)]",
            "$x ~> $trim",
            "$x ~> $trim()",
            "$x ~> |a|{}|",
            "$f(1)",
            "{'a': 1, $x: 2}",
            "1 in [1]",
            "'a' and 1",
            "($sum := 1; $sum + 1)",
            "[1, 2][0] + 1",
            "{'a': 1}.a + 1",
            "$trim ~> $uppercase",
            "{'a': {'a': 1}}",
            "($x ? 'a' : 1) + 1",
            "function($x) { $x }(1)",
            "$x(1)",
            "$x.f(1)",
        ] {
            assert_eq!(failures(text), "", "{text}");
        }
    }
}
