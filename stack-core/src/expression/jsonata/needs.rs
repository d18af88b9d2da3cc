//! The variables that an expression cannot do without.

use super::op::Op;
use super::tree::{Expression, NodeKind};

impl Expression<'_> {
    /// Where the variables stand without whose values the whole has no value: its path starts with them, or it
    /// calculates with or orders such a path. In other places, as in `[$x]`, `$x = 1` or `$exists($x)`, nothing is a
    /// value like others. In the order of the source.
    pub fn needs(&self) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open = vec![self.root()];
        while let Some(id) = open.pop() {
            let node = self.node(id);
            // A grouping makes something of nothing.
            if node.grouped || node.focused {
                continue;
            }
            match &node.kind {
                NodeKind::Variable(name) if !name.is_empty() => found.push(node.offset),
                NodeKind::Path(steps) => {
                    let odd = |id| self.node(id).grouped || self.node(id).focused;
                    if !self.list(*steps).any(odd) {
                        open.extend(self.list(*steps).next());
                    }
                }
                NodeKind::Negate(value) => open.push(*value),
                NodeKind::Binary(op, left, right) if gives_nothing_for_nothing(*op) => {
                    open.extend([*left, *right])
                }
                NodeKind::Block(parts) => {
                    let mut parts = self.list(*parts);
                    if let (Some(only), None) = (parts.next(), parts.next()) {
                        open.push(only);
                    }
                }
                _ => {}
            }
        }
        // The last ones were found first.
        found.reverse();
        found
    }
}

/// Whether the operator gives nothing if one of its sides is nothing.
fn gives_nothing_for_nothing(op: Op) -> bool {
    use Op::{Greater, GreaterEqual, Less, LessEqual, Minus, Percent, Plus, Slash, Star};
    matches!(op, Plus | Minus | Star | Slash | Percent | Less | LessEqual | Greater | GreaterEqual)
}

#[cfg(test)]
mod tests {
    use crate::expression::jsonata::parse;

    #[test]
    fn paths_sums_and_orders_need_their_variables() {
        let needs = |text: &'static str| {
            let offsets = parse(text).unwrap().needs();
            let mut words: Vec<_> =
                offsets.iter().map(|&at| text[at..].split([' ', '.', '[', ')']).next().unwrap()).collect();
            words.sort_unstable();
            words.join(" ")
        };
        for (text, words) in [
            ("$x", "$x"),
            ("$x.a.b[0]", "$x"),
            ("$x[a = 1]", "$x"),
            (" ($x + 1) * -$y.b", "$x $y"),
            ("$x.a > $states.input.n", "$states $x"),
            ("a.$x", ""),
            ("[$x]", ""),
            ("[$x].a", ""),
            ("{'a': $x}", ""),
            ("$x = 1", ""),
            ("$x & 'a'", ""),
            ("$exists($x) and $x > 1", ""),
            ("$exists($x) ? $x : 0", ""),
            ("$append($x, 1)", ""),
            ("($x := 1; $x)", ""),
            ("$x{a: b}", ""),
            ("$x@$i.a", ""),
            ("$x ~> $sum", ""),
        ] {
            assert_eq!(needs(text), words, "{text}");
        }
    }
}
