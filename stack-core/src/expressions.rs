//! The strings of JSONata states that may be expressions, and where they stand.

use crate::json::{Json, Node};
use crate::model::{Machine, QueryLanguage, State, StateKind};
use crate::site::Site;
use crate::spec::{Shape, Spec};
use crate::states::error::CATCHER;
use crate::text::is_filled_in;

/// A string in a place where AWS evaluates those that are expressions.
#[derive(Clone, Copy)]
pub(crate) struct Text<'m> {
    /// Whose it is.
    pub(crate) state: &'m State<'m>,
    /// All of it.
    pub(crate) text: &'m str,
    /// Where it stands.
    pub(crate) site: Site,
    /// What is known there besides the input.
    pub(crate) known: Known,
    /// If it is no expression, it is a string like any other.
    pub(crate) free: bool,
    /// What the expression must give.
    pub(crate) wants: Wants,
}

/// What must stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wants {
    /// Some value.
    Value,
    Array,
    Boolean,
    Number,
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

impl<'m> Text<'m> {
    /// The expression between the marks; none if a placeholder of CloudFormation, `${name}`, is a part of it.
    pub(crate) fn expression(&self) -> Option<&'m str> {
        let text = self.text.strip_prefix("{%")?.strip_suffix("%}")?;
        (!is_filled_in(text)).then_some(text)
    }
}

/// Shows every such string of the machine's JSONata states, in the order of the source within one state.
pub(crate) fn texts<'m>(machine: &'m Machine<'m>, see: &mut dyn FnMut(Text<'m>)) {
    for state in machine.states.iter().filter(|state| state.language == QueryLanguage::Jsonata) {
        let Some(kind) = state.kind else { continue };
        let works = matches!(kind, StateKind::Task | StateKind::Parallel | StateKind::Map);
        let mut finder = Finder { state, see };
        finder.fields(kind.spec(), state.node, if works { Known::Result } else { Known::Input });
    }
}

struct Finder<'m, 's> {
    state: &'m State<'m>,
    see: &'s mut dyn FnMut(Text<'m>),
}

impl<'m> Finder<'m, '_> {
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
                Shape::List(inner) | Shape::OpenList(inner) => {
                    let known = if std::ptr::eq(inner, &CATCHER) { Known::Error } else { Known::Input };
                    let entries = member.value.as_array().unwrap_or_default();
                    entries.iter().for_each(|entry| self.fields(inner, entry, known));
                }
                shape if field.expression => {
                    let wants = match shape {
                        Shape::Bool => Wants::Boolean,
                        Shape::Integer(..) | Shape::Number(..) => Wants::Number,
                        Shape::Text | Shape::ErrorName => Wants::String,
                        Shape::Timestamp => Wants::Timestamp,
                        _ => Wants::Value,
                    };
                    let free = matches!(shape, Shape::Text | Shape::ErrorName);
                    self.string(&member.value, known, free, wants);
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

    fn string(&mut self, node: &'m Node<'m>, known: Known, free: bool, wants: Wants) {
        if let Some(text) = node.as_str() {
            (self.see)(Text { state: self.state, text, site: node.site, known, free, wants });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, texts};
    use crate::finding::Findings;
    use crate::model::{Machine, MachineType};
    use crate::read;

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
        let root = read::json(text, &|_| None, &out);
        let machine = Machine::new(&root, MachineType::Standard);
        let mut found = Vec::new();
        texts(&machine, &mut |it| found.push((it.text, it.known, it.free)));
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
