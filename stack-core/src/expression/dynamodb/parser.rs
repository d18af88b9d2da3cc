//! Reads the tokens of an expression, top down.

use super::lexer::{Lexer, Token};
use super::reserved::is_reserved;
use super::tree::{Expression, Grammar, SyntaxError, Word};
use crate::similar::near;

/// The deepest nesting that is read; deeper expressions are not judged.
const MAX_DEPTH: usize = 64;

type Result<T> = std::result::Result<T, Stop>;

/// Why the parser stops.
pub(super) enum Stop {
    /// The syntax does not hold.
    Fault(SyntaxError),
    /// It is nested too deeply.
    TooDeep,
}

impl From<SyntaxError> for Stop {
    fn from(fault: SyntaxError) -> Self {
        Stop::Fault(fault)
    }
}

/// What a part of a condition is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Term {
    /// It is true or false.
    Condition,
    /// It is a value, which has to be compared with another.
    Operand,
}

/// A function: its name, how many operands it takes, and what it gives.
struct Function {
    name: &'static str,
    operands: usize,
    gives: Term,
}

const OF_CONDITIONS: [Function; 6] = [
    Function { name: "attribute_exists", operands: 1, gives: Term::Condition },
    Function { name: "attribute_not_exists", operands: 1, gives: Term::Condition },
    Function { name: "attribute_type", operands: 2, gives: Term::Condition },
    Function { name: "begins_with", operands: 2, gives: Term::Condition },
    Function { name: "contains", operands: 2, gives: Term::Condition },
    Function { name: "size", operands: 1, gives: Term::Operand },
];
const OF_KEYS: [Function; 1] = [Function { name: "begins_with", operands: 2, gives: Term::Condition }];
const OF_UPDATES: [Function; 2] = [
    Function { name: "if_not_exists", operands: 2, gives: Term::Operand },
    Function { name: "list_append", operands: 2, gives: Term::Operand },
];

const SECTIONS: [&str; 4] = ["SET", "REMOVE", "ADD", "DELETE"];

pub(super) struct Parser<'t> {
    lexer: Lexer<'t>,
    token: Token<'t>,
    /// The first byte of the token.
    start: usize,
    /// The first byte of the token before it.
    previous: usize,
    /// Where the parentheses are that were closed last.
    group: Option<(usize, usize)>,
    grammar: Grammar,
    depth: usize,
    expression: Expression<'t>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str, grammar: Grammar) -> std::result::Result<Self, SyntaxError> {
        let mut lexer = Lexer::new(text);
        let (token, start) = lexer.next()?;
        let expression = Expression::default();
        Ok(Parser { lexer, token, start, previous: 0, group: None, grammar, depth: 0, expression })
    }

    pub(super) fn parse(mut self) -> std::result::Result<Option<Expression<'t>>, SyntaxError> {
        match self.whole() {
            Ok(()) => Ok(Some(self.expression)),
            Err(Stop::TooDeep) => Ok(None),
            Err(Stop::Fault(fault)) => Err(fault),
        }
    }

    fn whole(&mut self) -> Result<()> {
        if self.token == Token::End {
            return Err(self.fault("it is empty"));
        }
        match self.grammar {
            Grammar::Condition | Grammar::KeyCondition => {
                let term = self.alternatives()?;
                self.require_condition(term)?;
            }
            Grammar::Projection => self.list(Self::path)?,
            Grammar::Update => self.sections()?,
        }
        if self.token == Token::End { Ok(()) } else { Err(self.unexpected("the expression ends before")) }
    }

    /// Conditions with `OR` between them.
    fn alternatives(&mut self) -> Result<Term> {
        let mut term = self.all()?;
        while self.is_keyword("OR") {
            self.not_in_keys()?;
            self.require_condition(term)?;
            self.advance()?;
            term = self.all()?;
            self.require_condition(term)?;
        }
        Ok(term)
    }

    /// Conditions with `AND` between them.
    fn all(&mut self) -> Result<Term> {
        let mut term = self.negated()?;
        while self.is_keyword("AND") {
            self.require_condition(term)?;
            self.advance()?;
            term = self.negated()?;
            self.require_condition(term)?;
        }
        Ok(term)
    }

    fn negated(&mut self) -> Result<Term> {
        let mut is_negated = false;
        while self.is_keyword("NOT") {
            self.not_in_keys()?;
            is_negated = true;
            self.advance()?;
        }
        let term = self.term()?;
        if is_negated {
            self.require_condition(term)?;
        }
        Ok(term)
    }

    /// A condition without `AND`, `OR` and `NOT` around it, or what is not yet one.
    fn term(&mut self) -> Result<Term> {
        let first = if self.token == Token::Sign("(") {
            let open = self.start;
            self.deeper(|it| {
                it.advance()?;
                let first = it.start;
                let term = it.alternatives()?;
                if it.token == Token::Sign(")") && it.group == Some((first, it.previous)) {
                    let message = "the parentheses are doubled, which DynamoDB refuses".into();
                    return Err(SyntaxError { bytes: open..open + 1, message, meant: None }.into());
                }
                it.group = Some((open, it.start));
                it.require(")")?;
                Ok(term)
            })?
        } else {
            self.operand()?
        };
        if first == Term::Condition {
            return Ok(first);
        }
        let Token::Sign("=" | "<>" | "<" | "<=" | ">" | ">=") = self.token else { return self.range(first) };
        if self.token == Token::Sign("<>") {
            self.not_in_keys()?;
        }
        self.advance()?;
        self.value_operand()?;
        Ok(Term::Condition)
    }

    /// `BETWEEN` or `IN`, if it stands there.
    fn range(&mut self, first: Term) -> Result<Term> {
        if self.is_keyword("BETWEEN") {
            self.advance()?;
            self.value_operand()?;
            if !self.is_keyword("AND") {
                return Err(self.unexpected("`BETWEEN` needs `AND` before"));
            }
            self.advance()?;
            self.value_operand()?;
            return Ok(Term::Condition);
        }
        if self.is_keyword("IN") {
            self.not_in_keys()?;
            self.advance()?;
            self.require("(")?;
            self.list(Self::value_operand)?;
            self.require(")")?;
            return Ok(Term::Condition);
        }
        Ok(first)
    }

    /// An operand that is no condition.
    fn value_operand(&mut self) -> Result<()> {
        let (start, token) = (self.start, self.token);
        if self.token == Token::Sign("(") {
            return self.deeper(|it| {
                it.advance()?;
                it.value_operand()?;
                it.require(")")
            });
        }
        match self.operand()? {
            Term::Operand => Ok(()),
            Term::Condition => {
                let name = token.text();
                let message = format!("`{name}` is true or false, and cannot be compared");
                Err(SyntaxError { bytes: start..start + name.len(), message, meant: None }.into())
            }
        }
    }

    /// A value, an attribute or a call.
    fn operand(&mut self) -> Result<Term> {
        match self.token {
            Token::Value(_) => {
                self.value()?;
                Ok(Term::Operand)
            }
            Token::Word(word) if !self.is_any_keyword() => {
                let start = self.start;
                self.advance()?;
                if self.token == Token::Sign("(") {
                    return self.call(word, start);
                }
                self.attribute(word, start);
                self.steps()?;
                Ok(Term::Operand)
            }
            Token::Name(_) => {
                self.path()?;
                Ok(Term::Operand)
            }
            _ => Err(self.unexpected("an attribute or a value must stand before")),
        }
    }

    fn call(&mut self, name: &'t str, start: usize) -> Result<Term> {
        let functions: &[Function] = match self.grammar {
            Grammar::Condition => &OF_CONDITIONS,
            Grammar::KeyCondition => &OF_KEYS,
            Grammar::Update => &OF_UPDATES,
            Grammar::Projection => &[],
        };
        let at = |message: String, meant| SyntaxError { bytes: start..start + name.len(), message, meant };
        let Some(function) = functions.iter().find(|function| function.name == name) else {
            let names: Vec<String> = functions.iter().map(|it| format!("`{}`", it.name)).collect();
            let message = format!("there is no function `{name}` here, only {}", names.join(", "));
            let near = near(name, functions.iter().map(|it| it.name));
            return Err(at(message, near.map(|near| near.name)).into());
        };
        let mut count = 0;
        self.deeper(|it| {
            it.advance()?;
            it.list(|it| {
                count += 1;
                // The attribute that a function is about cannot be a value.
                let is_path = count == 1
                    && !matches!(function.name, "size" | "contains" | "begins_with" | "list_append");
                if is_path && let Token::Value(value) = it.token {
                    return Err(
                        it.fault(&format!("`{}` takes an attribute first, not `{value}`", function.name))
                    );
                }
                it.value_operand()
            })?;
            it.require(")")
        })?;
        if count != function.operands {
            let expected = if function.operands == 1 { "one operand" } else { "two operands" };
            return Err(at(format!("`{name}` takes {expected}, not {count}"), None).into());
        }
        Ok(function.gives)
    }

    /// The sections of an update.
    fn sections(&mut self) -> Result<()> {
        let mut seen = Vec::new();
        while self.token != Token::End {
            let Some(section) = SECTIONS.into_iter().find(|section| self.is_keyword(section)) else {
                let lead = if seen.is_empty() {
                    "`SET`, `REMOVE`, `ADD` or `DELETE` must stand before"
                } else {
                    "a comma, another section or the end must stand before"
                };
                return Err(self.unexpected(lead));
            };
            if seen.contains(&section) {
                return Err(self.fault(&format!("there is a section `{section}` already: put both in one")));
            }
            seen.push(section);
            self.advance()?;
            self.list(|it| {
                it.path()?;
                match section {
                    "SET" => {
                        it.require("=")?;
                        it.assigned()
                    }
                    "REMOVE" => Ok(()),
                    _ => match it.token {
                        Token::Value(_) => it.value(),
                        _ => Err(it.unexpected("a value such as `:value` must stand before")),
                    },
                }
            })?;
        }
        Ok(())
    }

    /// What an attribute is set to: an operand, or two with a sign between them.
    fn assigned(&mut self) -> Result<()> {
        if self.token == Token::Sign("(") {
            self.deeper(|it| {
                it.advance()?;
                it.assigned()?;
                it.require(")")
            })?;
        } else {
            self.operand()?;
        }
        if matches!(self.token, Token::Sign("+" | "-")) {
            self.advance()?;
            self.value_operand()?;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<()> {
        if let Token::Value(text) = self.token {
            self.expression.values.push(Word { text, offset: self.start });
        }
        self.advance()
    }

    /// An attribute, or a part of one: `order.#lines[0].price`.
    fn path(&mut self) -> Result<()> {
        // Such as in `(order).lines`.
        if self.token == Token::Sign("(") {
            self.deeper(|it| {
                it.advance()?;
                it.path()?;
                it.require(")")
            })?;
        } else {
            self.step()?;
        }
        self.steps()
    }

    fn steps(&mut self) -> Result<()> {
        loop {
            match self.token {
                Token::Sign(".") => {
                    self.advance()?;
                    self.step()?;
                }
                Token::Sign("[") => {
                    self.advance()?;
                    let Token::Number(_) = self.token else {
                        return Err(self.unexpected("the number of an item must stand before"));
                    };
                    self.advance()?;
                    self.require("]")?;
                }
                _ => return Ok(()),
            }
        }
    }

    fn step(&mut self) -> Result<()> {
        match self.token {
            Token::Name(text) => {
                self.expression.names.push(Word { text, offset: self.start });
                self.advance()
            }
            Token::Word(word) if !self.is_any_keyword() => {
                self.attribute(word, self.start);
                self.advance()
            }
            _ => Err(self.unexpected("an attribute must stand before")),
        }
    }

    fn attribute(&mut self, text: &'t str, offset: usize) {
        if is_reserved(text) {
            self.expression.reserved.push(Word { text, offset });
        }
    }

    /// One or more of something, with commas between them.
    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        item(self)?;
        while self.token == Token::Sign(",") {
            self.advance()?;
            item(self)?;
        }
        Ok(())
    }

    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth == MAX_DEPTH {
            return Err(Stop::TooDeep);
        }
        self.depth += 1;
        let read = inner(self)?;
        self.depth -= 1;
        Ok(read)
    }

    fn advance(&mut self) -> Result<()> {
        self.previous = self.start;
        (self.token, self.start) = self.lexer.next()?;
        Ok(())
    }

    fn require(&mut self, sign: &str) -> Result<()> {
        if self.token == Token::Sign(sign) {
            return self.advance();
        }
        Err(self.unexpected(&format!("`{sign}` must stand before")))
    }

    fn is_keyword(&self, keyword: &str) -> bool {
        matches!(self.token, Token::Word(word) if word.eq_ignore_ascii_case(keyword))
    }

    /// Whether the token is a keyword of this grammar. They are all reserved.
    fn is_any_keyword(&self) -> bool {
        let keywords: &[&str] = match self.grammar {
            Grammar::Condition | Grammar::KeyCondition => &["AND", "BETWEEN", "IN", "NOT", "OR"],
            Grammar::Update => &SECTIONS,
            Grammar::Projection => &[],
        };
        keywords.iter().any(|keyword| self.is_keyword(keyword))
    }

    fn require_condition(&self, term: Term) -> Result<()> {
        match term {
            Term::Condition => Ok(()),
            Term::Operand => Err(self.unexpected("a comparison must stand before")),
        }
    }

    fn not_in_keys(&self) -> Result<()> {
        if self.grammar != Grammar::KeyCondition {
            return Ok(());
        }
        Err(self.fault(&format!("`{}` cannot stand in a condition on keys", self.token.text())))
    }

    /// What must stand before the token, which is something else.
    fn unexpected(&self, lead: &str) -> Stop {
        if self.token == Token::End {
            return self.fault(&format!("{lead} its end"));
        }
        let meant = match self.token {
            Token::Sign("==") => Some("="),
            Token::Sign("!=") => Some("<>"),
            Token::Sign("&&") => Some("AND"),
            Token::Sign("||") => Some("OR"),
            _ => None,
        };
        let hint = match self.token {
            Token::Sign("'" | "\"") | Token::Number(_) => {
                ": a value stands in `ExpressionAttributeValues`, and here its name, such as `:value`"
            }
            Token::Word(word) if is_reserved(word) => {
                ": for an attribute of that name, use `ExpressionAttributeNames`"
            }
            _ => "",
        };
        self.fault_of(format!("{lead} `{}`{hint}", self.token.text()), meant)
    }

    /// A fault of the token.
    fn fault(&self, message: &str) -> Stop {
        self.fault_of(message.to_owned(), None)
    }

    fn fault_of(&self, message: String, meant: Option<&'static str>) -> Stop {
        let bytes = self.start..self.start + self.token.text().len();
        SyntaxError { bytes, message, meant }.into()
    }
}
