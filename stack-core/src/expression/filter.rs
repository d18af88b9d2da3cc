//! Filters of paths, `[?(@.price < 10)]`, as Jayway's JsonPath reads them.
//!
//! AWS's own answer to a wrong one is not recorded, so what is not known to be refused passes: it is in the tree, and
//! an evaluator fails with it.

use super::Fault;
use super::path::{Path, parse_in_filter};
use super::string::unescape;
use std::borrow::Cow;

/// A filter that can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter<'t> {
    /// What must hold.
    pub condition: Condition<'t>,
    /// Where the condition and the blanks behind it end, in bytes. Jayway refuses what follows.
    pub end: usize,
}

/// What a filter asks of a member or an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition<'t> {
    /// One of these, at least two; `||` between them.
    Or(Vec<Condition<'t>>),
    /// All of these, at least two; `&&` between them.
    And(Vec<Condition<'t>>),
    /// The opposite: an odd number of `!`.
    Not(Box<Condition<'t>>),
    /// An operand without operator, a path as a rule: whether it leads anywhere. Jayway refuses other operands.
    Exists(Operand<'t>),
    /// Two operands and what is between them.
    Compare(Comparison<'t>),
}

/// Two operands and the operator between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'t> {
    /// What is compared.
    pub left: Operand<'t>,
    /// How.
    pub operator: Operator,
    /// Where the operator starts, in bytes.
    pub offset: usize,
    /// With what.
    pub right: Operand<'t>,
}

/// A path or a literal.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand<'t> {
    /// Where it starts, in bytes.
    pub offset: usize,
    /// How it was written.
    pub text: &'t str,
    /// What it is.
    pub kind: OperandKind<'t>,
}

/// What an operand is.
#[derive(Clone, Debug, PartialEq)]
pub enum OperandKind<'t> {
    /// A path from `@` or `$` on, or what is wrong with it; offsets in either count from the operand's.
    Path(Result<Path<'t>, Fault>),
    /// A string in single or double quotes.
    String(Cow<'t, str>),
    /// A number; its digits are the operand's text.
    Number,
    /// `true` or `false`
    Boolean(bool),
    /// `null`
    Null,
    /// A regular expression, as Java reads it.
    Regex {
        /// What stands between the slashes.
        pattern: &'t str,
        /// The letters behind them, such as `i`.
        flags: &'t str,
    },
    /// An array of strings, numbers, booleans and `null`: `['S', 'M']`.
    Array(Vec<Operand<'t>>),
    /// Any other text in `[]` or `{}`: JSON, in which Jayway takes single quotes, too. It is not checked.
    Json,
    /// A word that is none of these: Jayway refuses it.
    Unreadable,
}

macro_rules! operators {
    ($($name:ident $text:literal $doc:literal,)*) => {
        /// The operators, as Jayway has them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Operator {
            $(#[doc = $doc] $name,)*
        }

        /// How they are written, those of letters in lower case. One that another begins with stands behind it.
        const OPERATORS: &[(&str, Operator)] = &[$(($text, Operator::$name)),*];
    };
}

operators! {
    Identical "===" "Equal and of the same type.",
    NotIdentical "!==" "Not equal or not of the same type.",
    Equal "==" "Equal; a number in a string equals the number.",
    NotEqual "!=" "Not equal.",
    AtMost "<=" "Less or equal.",
    AtLeast ">=" "Greater or equal.",
    Matches "=~" "The whole left side matches a regular expression, or one of its items does.",
    Less "<" "Less.",
    Greater ">" "Greater.",
    In "in" "Is an item of the array on the right.",
    NotIn "nin" "Is no item of the array on the right.",
    SubsetOf "subsetof" "All items are in the array on the right.",
    AnyOf "anyof" "Some item is in the array on the right.",
    NoneOf "noneof" "No item is in the array on the right.",
    Contains "contains" "Has the right side as an item, or as a part of the string.",
    All "all" "Has all items of the array on the right.",
    Size "size" "An array or a string that is as long as the right side says.",
    Exists "exists" "Whether there is a value is what the right side says.",
    Type "type" "Is of the type that the right side names.",
    MatchesPredicate "matches" "A predicate of the program that evaluates; Step Functions has none.",
    Empty "empty" "Whether an array or a string is empty is what the right side says.",
}

/// Reads what stands behind the `?`. The offset of a fault counts from there.
pub fn parse(text: &str) -> Result<Filter<'_>, Fault> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    parser.blanks();
    if parser.peek() != Some('(') {
        return Err(Fault::new(parser.at, "a filter stands in parentheses, `?(..)`"));
    }
    let condition = parser.any()?;
    Ok(Filter { condition, end: parser.at })
}

/// So many parentheses may stand in each other.
const DEEPEST: usize = 64;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.blanks();
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    /// The letters at the cursor.
    fn word(&self) -> &'t str {
        let rest = self.rest();
        rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())).unwrap_or_default()
    }

    /// Conditions with `||` between them.
    fn any(&mut self) -> Result<Condition<'t>, Fault> {
        let first = self.all()?;
        if !self.eat("||") {
            return Ok(first);
        }
        let mut conditions = vec![first, self.all()?];
        while self.eat("||") {
            conditions.push(self.all()?);
        }
        Ok(Condition::Or(conditions))
    }

    /// Conditions with `&&` between them, which binds more strongly.
    fn all(&mut self) -> Result<Condition<'t>, Fault> {
        let first = self.condition()?;
        if !self.eat("&&") {
            return Ok(first);
        }
        let mut conditions = vec![first, self.condition()?];
        while self.eat("&&") {
            conditions.push(self.condition()?);
        }
        Ok(Condition::And(conditions))
    }

    fn condition(&mut self) -> Result<Condition<'t>, Fault> {
        let mut opposite = false;
        while self.eat("!") {
            opposite = !opposite;
        }
        let condition = if self.peek() == Some('(') { self.group()? } else { self.comparison()? };
        Ok(if opposite { Condition::Not(condition.into()) } else { condition })
    }

    /// Conditions in parentheses.
    fn group(&mut self) -> Result<Condition<'t>, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::new(self.at, "parentheses stand too deep in each other"));
        }
        self.at += 1;
        let condition = self.any()?;
        self.blanks();
        if !self.eat(")") {
            return Err(self.leftover());
        }
        self.depth -= 1;
        Ok(condition)
    }

    fn comparison(&mut self) -> Result<Condition<'t>, Fault> {
        let left = self.operand()?;
        self.blanks();
        let Some((length, operator)) = self.operator() else { return Ok(Condition::Exists(left)) };
        let offset = self.at;
        self.at += length;
        let right = self.operand()?;
        Ok(Condition::Compare(Comparison { left, operator, offset, right }))
    }

    /// The operator at the cursor, and its length. Letters may be upper case.
    fn operator(&self) -> Option<(usize, Operator)> {
        let word = self.word();
        let lower = word.to_lowercase();
        let is_here =
            |text: &str| if word.is_empty() { self.rest().starts_with(text) } else { lower == text };
        let (text, operator) = OPERATORS.iter().find(|(text, _)| is_here(text))?;
        Some((if word.is_empty() { text.len() } else { word.len() }, *operator))
    }

    /// Why a condition cannot go on like this.
    fn leftover(&self) -> Fault {
        let message = match (self.peek(), self.word().to_lowercase().as_str()) {
            (None, _) => "the filter ends before its parentheses do",
            (Some('='), _) => "`=` is no comparison: that is `==`",
            (_, "and") => "`and` is no operator: that is `&&`",
            (_, "or") => "`or` is no operator: that is `||`",
            _ => "neither a comparison nor `&&`, `||` or `)`",
        };
        Fault::new(self.at, message)
    }

    fn operand(&mut self) -> Result<Operand<'t>, Fault> {
        self.blanks();
        let offset = self.at;
        let first = self.peek();
        let length = match first {
            Some('@' | '$') => self.path(),
            Some(quote @ ('\'' | '"' | '/')) => self.closed(quote),
            Some('[' | '{') => self.balanced(),
            Some(first) if first.is_alphanumeric() || "-.+".contains(first) => {
                let rest = self.rest();
                Some(rest.find(|c: char| !(c.is_alphanumeric() || "-+._".contains(c))).unwrap_or(rest.len()))
            }
            _ => return Err(Fault::new(offset, "a value must stand here")),
        };
        let Some(length) = length else { return Err(Fault::new(offset, "this is never closed")) };
        self.at += length;
        let flags = if first == Some('/') { self.word() } else { "" };
        self.at += flags.len();
        let text = self.text.get(offset..self.at).unwrap_or_default();
        let inner = || text.get(1..length - 1).unwrap_or_default();
        let kind = match first {
            Some('@' | '$') => OperandKind::Path(parse_in_filter(text)),
            Some('\'' | '"') => OperandKind::String(unescape(inner())),
            Some('/') => OperandKind::Regex { pattern: inner(), flags },
            Some('[') => array(inner(), offset + 1).map_or(OperandKind::Json, OperandKind::Array),
            Some('{') => OperandKind::Json,
            _ => word(text),
        };
        Ok(Operand { offset, text, kind })
    }

    /// The length of a path: up to a blank or an operator outside of its brackets.
    fn path(&self) -> Option<usize> {
        let mut length = 1;
        loop {
            let rest = self.rest().get(length..)?;
            match rest.chars().next() {
                Some('[' | '(') => length += Parser { text: rest, at: 0, depth: 0 }.balanced()?,
                Some(c) if c.is_whitespace() || "=!<>&|),".contains(c) => return Some(length),
                Some(c) => length += c.len_utf8(),
                None => return Some(length),
            }
        }
    }

    /// The length of what is closed with the same sign that opens it.
    fn closed(&self, sign: char) -> Option<usize> {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices().skip(1) {
            if c == sign && !escaped {
                return Some(at + c.len_utf8());
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }

    /// The length of what stands in brackets, braces or parentheses.
    fn balanced(&self) -> Option<usize> {
        let mut open = 0_usize;
        let mut at = 0;
        loop {
            let rest = self.rest().get(at..)?;
            let c = rest.chars().next()?;
            match c {
                '[' | '{' | '(' => open += 1,
                ']' | '}' | ')' => open = open.saturating_sub(1),
                '\'' | '"' => {
                    at += Parser { text: rest, at: 0, depth: 0 }.closed(c)?;
                    continue;
                }
                _ => {}
            }
            at += c.len_utf8();
            if open == 0 {
                return Some(at);
            }
        }
    }
}

/// What a word without quotes is.
fn word(text: &str) -> OperandKind<'_> {
    // Rust takes `inf` and the like for numbers, too.
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte))
        && text.parse::<f64>().is_ok();
    match text {
        "true" => OperandKind::Boolean(true),
        "false" => OperandKind::Boolean(false),
        "null" => OperandKind::Null,
        _ if is_number => OperandKind::Number,
        _ => OperandKind::Unreadable,
    }
}

/// The items of an array whose brackets hold this text, at that offset; none if there are others than strings, numbers,
/// booleans and `null`.
fn array(text: &str, offset: usize) -> Option<Vec<Operand<'_>>> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let mut items = Vec::new();
    parser.blanks();
    if parser.rest().is_empty() {
        return Some(items);
    }
    loop {
        parser.blanks();
        // Arrays in arrays would make this call itself without end.
        if matches!(parser.peek()?, '[' | '{' | '@' | '$' | '/') {
            return None;
        }
        let item = parser.operand().ok().filter(|item| item.kind != OperandKind::Unreadable)?;
        items.push(Operand { offset: offset + item.offset, ..item });
        if !parser.eat(",") {
            return parser.rest().is_empty().then_some(items);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, Fault, OperandKind, parse};
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
