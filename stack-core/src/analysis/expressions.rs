//! The strings of JSONata states that may be expressions, and where they stand.

use crate::expression::jsonata;
use crate::json::interpolation::is_filled_in;
use crate::json::{Json, Node, Site};
use crate::language::spec::{Shape, Spec};
use crate::language::states::error::CATCHER;
use crate::language::{QueryLanguage, StateKind};
use crate::model::{State, StateId};
use std::cell::OnceCell;

/// A string in a place where AWS evaluates those that are expressions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExpressionText<'m> {
    /// The number of the state.
    pub(crate) state: StateId,
    /// All of it.
    pub(crate) text: &'m str,
    /// Where it stands.
    pub(crate) site: Site,
    /// What is known there besides the input.
    pub(crate) known: Known,
    /// If it is no expression, it is a string like any other.
    pub(crate) may_be_plain: bool,
    /// What the expression must evaluate to.
    pub(crate) wants: Wants,
}

/// What an expression says, or why it is none.
pub(crate) type Tree<'m> = Result<jsonata::Expression<'m>, jsonata::SyntaxError>;

/// A text that is a well-formed expression.
#[derive(Debug)]
pub(crate) struct Expression<'e, 'm> {
    /// The text and where it stands.
    pub(crate) text: ExpressionText<'m>,
    /// What it says.
    pub(crate) tree: &'e jsonata::Expression<'m>,
    /// What it refers to.
    pub(crate) uses: jsonata::Uses<'e>,
    always: OnceCell<jsonata::Always>,
    types: OnceCell<jsonata::Types<'e>>,
    needs: OnceCell<Vec<usize>>,
}

impl<'e, 'm> Expression<'e, 'm> {
    /// A text and what it says.
    pub(crate) fn new(text: ExpressionText<'m>, tree: &'e jsonata::Expression<'m>) -> Self {
        let (always, types, needs) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Expression { text, tree, uses: tree.uses(), always, types, needs }
    }

    /// What is evaluated whenever it is.
    pub(crate) fn always(&self) -> &jsonata::Always {
        self.always.get_or_init(|| self.tree.always())
    }

    /// Of which types its parts are.
    pub(crate) fn types(&self) -> &jsonata::Types<'e> {
        self.types.get_or_init(|| self.tree.types())
    }

    /// Whether it has no value if the variable at that offset, or what is read from it, has none.
    pub(crate) fn needs(&self, offset: usize) -> bool {
        self.needs.get_or_init(|| self.tree.needs()).binary_search(&offset).is_ok()
    }
}

/// The type of value that a field accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wants {
    /// Any value but a function.
    Value,
    Array,
    Boolean,
    /// A number between the two, both included.
    Number(i64, i64),
    /// The same without a fraction.
    Integer(i64, i64),
    String,
    Timestamp,
}

/// What an expression can see besides the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// Nothing.
    Input,
    /// The result of a Task, Parallel or Map state.
    Result,
    /// What a catcher caught.
    Error,
}

impl<'m> ExpressionText<'m> {
    /// The expression between the marks; none if a placeholder of CloudFormation, `${name}`, is a part of it.
    pub(crate) fn expression(&self) -> Option<&'m str> {
        let text = self.text.strip_prefix("{%")?.strip_suffix("%}")?;
        (!is_filled_in(text)).then_some(text)
    }
}

/// Finds every such string of the JSONata states, in the order of the states, and of the source within one state.
pub(crate) fn texts<'m>(states: &[State<'m>]) -> Vec<ExpressionText<'m>> {
    let mut found = Vec::new();
    for (id, state) in states.iter().enumerate() {
        if let (QueryLanguage::Jsonata, Some(kind)) = (state.language, state.kind) {
            let works = matches!(kind, StateKind::Task | StateKind::Parallel | StateKind::Map);
            let mut finder = Finder { state: id, found: &mut found };
            finder.fields(kind.spec(), state.node, if works { Known::Result } else { Known::Input });
        }
    }
    found
}

struct Finder<'f, 'm> {
    state: StateId,
    found: &'f mut Vec<ExpressionText<'m>>,
}

impl<'m> Finder<'_, 'm> {
    /// Looks into an object. `known` holds for its `Output` and `Assign`.
    fn fields(&mut self, spec: &'static Spec, node: &'m Node<'m>, known: Known) {
        for member in node.as_object().unwrap_or_default() {
            let Some(field) = spec.field(&member.key.value) else { continue };
            if field.language == Some(QueryLanguage::JsonPath) {
                continue;
            }
            let known = if matches!(field.name, "Output" | "Assign") { known } else { Known::Input };
            match field.shape {
                Shape::Items if member.value.as_str().is_some() => {
                    self.string(&member.value, known, true, Wants::Array);
                }
                Shape::Template | Shape::Payload | Shape::Items => self.values(&member.value, known),
                Shape::Object(inner) => self.fields(inner, &member.value, Known::Input),
                Shape::List(inner) | Shape::PossiblyEmptyList(inner) => {
                    let known = if std::ptr::eq(inner, &CATCHER) { Known::Error } else { Known::Input };
                    let entries = member.value.as_array().unwrap_or_default();
                    entries.iter().for_each(|entry| self.fields(inner, entry, known));
                }
                shape if field.expression => {
                    let wants = match shape {
                        Shape::Bool => Wants::Boolean,
                        Shape::Integer(low, high) => Wants::Integer(low, high),
                        Shape::Number(low, high) => Wants::Number(low as i64, high as i64),
                        Shape::Text | Shape::ErrorName => Wants::String,
                        Shape::Timestamp => Wants::Timestamp,
                        _ => Wants::Value,
                    };
                    let may_be_plain = matches!(shape, Shape::Text | Shape::ErrorName);
                    self.string(&member.value, known, may_be_plain, wants);
                }
                _ => {}
            }
        }
    }

    fn values(&mut self, node: &'m Node<'m>, known: Known) {
        match &node.json {
            Json::Array(items) => items.iter().for_each(|item| self.values(item, known)),
            Json::Object(members) => members.iter().for_each(|member| self.values(&member.value, known)),
            _ => self.string(node, known, true, Wants::Value),
        }
    }

    fn string(&mut self, node: &'m Node<'m>, known: Known, may_be_plain: bool, wants: Wants) {
        if let Some(text) = node.as_str() {
            self.found.push(ExpressionText {
                state: self.state,
                text,
                site: node.site,
                known,
                may_be_plain,
                wants,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Known;
    use crate::finding::Findings;
    use crate::language::MachineType;
    use crate::model::Machine;

    #[test]
    fn every_place_is_found() {
        let text = r#"{ "QueryLanguage": "JSONata", "StartAt": "t", "States": {
            "t": { "Type": "Task", "Comment": "no", "Resource": "no", "TimeoutSeconds": "seconds",
                "Credentials": { "RoleArn": "role" }, "Arguments": { "a": ["argument"] }, "Assign": { "v": "assigned" },
                "Catch": [{ "ErrorEquals": ["no"], "Output": "caught", "Next": "no" }], "InputPath": "no", "Next": "c" },
            "c": { "Type": "Choice", "Choices": [{ "Condition": "condition", "Output": "chosen", "Next": "no" }], "Default": "no" },
            "m": { "Type": "Map", "Items": "items", "ItemReader": { "Resource": "no", "Arguments": { "b": "reader" } },
                "ItemProcessor": { "StartAt": "no", "States": { "p": { "Type": "Pass", "Output": "inner", "End": true } } },
                "Output": "mapped", "End": true },
            "x": { "Type": "Pass", "QueryLanguage": "JSONPath", "Parameters": { "a": "no" }, "End": true } } }"#;
        let out = Findings::new();
        let root = crate::read(text, &[], &out);
        let machine = Machine::new(&root, MachineType::Standard);
        let found: Vec<_> =
            super::texts(&machine.states).iter().map(|it| (it.text, it.known, it.may_be_plain)).collect();
        let (input, result, error) = (Known::Input, Known::Result, Known::Error);
        assert_eq!(
            found,
            [
                ("seconds", input, false),
                ("role", input, true),
                ("argument", input, true),
                ("assigned", result, true),
                ("caught", error, true),
                ("condition", input, false),
                ("chosen", input, true),
                ("items", input, true),
                ("reader", input, true),
                ("mapped", result, true),
                ("inner", input, true),
            ]
        );
    }
}
