//! Filters of paths, `[?(@.price < 10)]`, as Jayway's JsonPath reads them.
//!
//! AWS's own answer to a wrong one is not recorded, so what is not known to be refused passes: it is in the tree, and
//! an evaluator fails with it.

mod parser;
mod tree;

pub use parser::parse;
pub use tree::{Comparison, Condition, Filter, Operand, OperandKind, Operator};

#[cfg(test)]
mod tests {
    use super::{Condition, OperandKind, parse};
    use crate::expression::Fault;
    use proptest::prelude::*;

    /// A filter with all that is implied written out.
    fn show(text: &str) -> String {
        condition(&parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}")).condition)
    }

    fn condition(it: &Condition<'_>) -> String {
        let list = |conditions: &[_]| conditions.iter().map(condition).collect::<Vec<_>>().join(" ");
        match it {
            Condition::Or(conditions) => format!("(or {})", list(conditions)),
            Condition::And(conditions) => format!("(and {})", list(conditions)),
            Condition::Not(condition_) => format!("(not {})", condition(condition_)),
            Condition::Exists(it) => operand(&it.kind, it.text),
            Condition::Compare(it) => {
                let (left, right) =
                    (operand(&it.left.kind, it.left.text), operand(&it.right.kind, it.right.text));
                format!("({:?} {left} {right})", it.operator)
            }
        }
    }

    fn operand(kind: &OperandKind<'_>, text: &str) -> String {
        match kind {
            OperandKind::Path(Ok(path)) => format!("{:?}{}", path.root, path.steps().count()),
            OperandKind::Path(Err(fault)) => format!("fault at {}", fault.offset),
            OperandKind::String(string) => format!("{string:?}"),
            OperandKind::Number => format!("number {text}"),
            OperandKind::Boolean(value) => value.to_string(),
            OperandKind::Null => "null".to_owned(),
            OperandKind::Regex { pattern, flags } => format!("/{pattern}/{flags}"),
            OperandKind::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| operand(&item.kind, item.text)).collect();
                format!("[{}]", items.join(" "))
            }
            OperandKind::Json => format!("json {text}"),
            OperandKind::Unreadable => format!("unreadable {text}"),
        }
    }

    #[test]
    fn a_filter_is_a_tree() {
        for (text, shown) in [
            ("(@.price < 10)", "(Less Item1 number 10)"),
            ("(@)", "Item0"),
            ("(@.isbn)", "Item1"),
            ("(!@.isbn)", "(not Item1)"),
            ("(!!@.isbn)", "Item1"),
            ("(! ! !(@.isbn))", "(not Item1)"),
            ("(@.a || @.b && @.c || @.d)", "(or Item1 (and Item1 Item1) Item1)"),
            ("((@.a || @.b) && @.c)", "(and (or Item1 Item1) Item1)"),
            ("(@.a) && (@.b)", "(and Item1 Item1)"),
            ("(@.x === true || @.x !== false)", "(or (Identical Item1 true) (NotIdentical Item1 false))"),
            ("(@['a b'].c != $.max)", "(NotEqual Item2 Input1)"),
            ("(@.a >= $$.b || $c <= $)", "(or (AtLeast Item1 Context1) (AtMost Variable(\"c\")0 Input0))"),
            ("(@.author =~ /.*it's [a-z)]\\/x/iu)", r"(Matches Item1 /.*it's [a-z)]\/x/iu)"),
            ("(@.s in ['S', \"M\", 1, true, null])", "(In Item1 [\"S\" \"M\" number 1 true null])"),
            ("(@.s NIN [])", "(NotIn Item1 [])"),
            ("(@.s SubsetOf [ ])", "(SubsetOf Item1 [])"),
            ("(@.s anyof [[1], 2])", "(AnyOf Item1 json [[1], 2])"),
            ("(@.s noneof [1 2])", "(NoneOf Item1 json [1 2])"),
            ("(@.tags contains 'it\\'s')", "(Contains Item1 \"it's\")"),
            ("(@.tags all $.x[0])", "(All Item1 Input2)"),
            ("(@.list size 3)", "(Size Item1 number 3)"),
            ("(@.list empty false)", "(Empty Item1 false)"),
            ("(@.list exists true)", "(Exists Item1 true)"),
            ("(@.list type 'array')", "(Type Item1 \"array\")"),
            ("(@.list matches $x)", "(MatchesPredicate Item1 Variable(\"x\")0)"),
            ("(@.a.length() > -1.5e3)", "(Greater Item2 number -1.5e3)"),
            ("(@.b == null)", "(Equal Item1 null)"),
            ("(@.o == {\"a\": 1})", "(Equal Item1 json {\"a\": 1})"),
            ("(@.o == inf)", "(Equal Item1 unreadable inf)"),
            ("(@.b[?(@.c == 1)] == @x)", "(Equal Item2 fault at 1)"),
        ] {
            assert_eq!(show(text), shown, "{text}");
        }
    }

    #[test]
    fn operands_and_operators_have_their_offsets() {
        let filter = parse(" ( @.ä == ['x',  2] ) x").unwrap();
        let Condition::Compare(it) = &filter.condition else { panic!("{filter:?}") };
        assert_eq!((it.left.offset, it.left.text, it.offset), (3, "@.ä", 8));
        let OperandKind::Array(items) = &it.right.kind else { panic!("{it:?}") };
        assert_eq!((items[0].offset, items[1].offset, filter.end), (12, 18, 23));
    }

    #[test]
    fn faults_stand_where_they_are() {
        for (text, offset, message) in [
            ("@.x > 1", 0, "a filter stands in parentheses, `?(..)`"),
            ("(@.x >)", 6, "a value must stand here"),
            ("(@.x > 1 &&)", 11, "a value must stand here"),
            ("()", 1, "a value must stand here"),
            ("(@.x = 1)", 5, "`=` is no comparison: that is `==`"),
            ("(@.x == 1 and @.y)", 10, "`and` is no operator: that is `&&`"),
            ("(@.x == 1 or @.y)", 10, "`or` is no operator: that is `||`"),
            ("(@.x equals 1)", 5, "neither a comparison nor `&&`, `||` or `)`"),
            ("(@.x == 'a)", 8, "this is never closed"),
            ("(@.x == 1", 9, "the filter ends before its parentheses do"),
        ] {
            assert_eq!(parse(text), Err(Fault::new(offset, message)), "{text}");
        }
    }

    #[test]
    fn parentheses_may_stand_so_deep_in_each_other_and_no_deeper() {
        let nested = |depth: usize| format!("{}@{}", "(".repeat(depth), ")".repeat(depth));
        assert!(parse(&nested(64)).is_ok());
        let fault = Fault::new(64, "parentheses stand too deep in each other");
        assert_eq!(parse(&nested(65)), Err(fault));
    }

    proptest! {
        #[test]
        fn any_text_is_a_filter_or_a_fault_inside(text in r#"[?(@.=!<>&|)'"/\[\]{}a1ä ]{0,16}"#) {
            match parse(&text) {
                Ok(filter) => prop_assert!(text.is_char_boundary(filter.end) && !show(&text).is_empty()),
                Err(fault) => prop_assert!(text.is_char_boundary(fault.offset), "{text} {fault:?}"),
            }
        }
    }

    #[test]
    fn long_filters_take_linear_time() {
        for piece in ["(", "!", "@", "@[", "'", "(@ && ", "@==1||", "a ", "@ in ['a',", "[", "!(", "@[?(@"] {
            let text = format!("({}", piece.repeat(1_000_000 / piece.len()));
            let start = std::time::Instant::now();
            let _ = parse(&text);
            assert!(start.elapsed().as_secs() < 30, "{piece}");
        }
    }
}
