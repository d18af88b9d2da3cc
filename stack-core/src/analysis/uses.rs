//! What the JSONPath states of a machine read besides their input: the context object and variables.

use crate::expression::intrinsic::{self, ArgumentValue, Call};
use crate::expression::path::{self, Path, Root};
use crate::json::{Json, Node, Site};
use crate::language::QueryLanguage;
use crate::language::spec::{Shape, Spec};
use crate::model::{State, StateId};

/// A path of the context object or of a variable, and who reads from it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PathUse<'m> {
    /// The number of the state.
    pub(crate) state: StateId,
    /// The string that it is, or that holds the call it stands in.
    pub(crate) text: &'m str,
    /// Where it starts in the string, in bytes.
    pub(crate) offset: usize,
    /// The string's place.
    pub(crate) site: Site,
    pub(crate) path: Path<'m>,
}

/// Finds all of them, in the order of the states, and of the source within one state.
pub(crate) fn uses<'a>(states: &[State<'a>]) -> Vec<PathUse<'a>> {
    let mut found = Vec::new();
    for (id, state) in states.iter().enumerate() {
        if let (QueryLanguage::JsonPath, Some(kind)) = (state.language, state.kind) {
            Finder { state: id, found: &mut found }.fields(kind.spec(), state.node);
        }
    }
    found
}

/// Whether a string may hold such a path: `$$`, or `$` and a name. Most paths are of the input, and not parsed here.
fn may_hold(text: &str) -> bool {
    let name = |byte: u8| matches!(byte, b'$' | b'_') || byte.is_ascii_alphabetic() || !byte.is_ascii();
    text.as_bytes().windows(2).any(|pair| matches!(pair, [b'$', next] if name(*next)))
}

struct Finder<'f, 'a> {
    state: StateId,
    found: &'f mut Vec<PathUse<'a>>,
}

impl<'a> Finder<'_, 'a> {
    fn fields(&mut self, spec: &'static Spec, node: &'a Node<'a>) {
        for member in node.as_object().unwrap_or_default() {
            let value = &member.value;
            if !matches!(value.json, Json::String(_) | Json::Array(_) | Json::Object(_)) {
                continue;
            }
            let Some(field) = spec.field(&member.key.value) else { continue };
            match field.shape {
                // It is written to.
                _ if field.name == "ResultPath" => {}
                Shape::Path | Shape::ReferencePath | Shape::PathOrIntrinsic => {
                    in_string(value, may_hold, &mut |path| self.add(path));
                }
                Shape::Template => in_template(value, may_hold, &mut |path| self.add(path)),
                Shape::Object(spec) => self.fields(spec, value),
                Shape::List(spec) | Shape::PossiblyEmptyList(spec) => {
                    value.as_array().unwrap_or_default().iter().for_each(|entry| self.fields(spec, entry));
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, found: LocatedPath<'a>) {
        let LocatedPath { text, offset, site, path } = found;
        if path.root != Root::Input {
            self.found.push(PathUse { state: self.state, text, offset, site, path });
        }
    }
}

/// A path, and the string that it is, or that holds the call it stands in.
pub(crate) struct LocatedPath<'a> {
    pub(crate) text: &'a str,
    /// Where it starts in the string, in bytes.
    pub(crate) offset: usize,
    /// The string's place.
    pub(crate) site: Site,
    pub(crate) path: Path<'a>,
}

/// Shows the paths of a payload template, in the order of the source. Only strings that `may_hold_one` are parsed.
pub(crate) fn in_template<'a>(
    node: &'a Node<'a>,
    may_hold_one: fn(&str) -> bool,
    visit: &mut dyn FnMut(LocatedPath<'a>),
) {
    match &node.json {
        Json::Array(items) => items.iter().for_each(|item| in_template(item, may_hold_one, visit)),
        Json::Object(members) => {
            for member in members {
                if member.key.value.ends_with(".$") {
                    in_string(&member.value, may_hold_one, visit);
                } else {
                    in_template(&member.value, may_hold_one, visit);
                }
            }
        }
        _ => {}
    }
}

/// Shows the paths of a string that is a path or a call; what is neither was reported.
pub(crate) fn in_string<'a>(
    node: &'a Node<'a>,
    may_hold_one: fn(&str) -> bool,
    visit: &mut dyn FnMut(LocatedPath<'a>),
) {
    let Some(text) = node.as_str().filter(|text| may_hold_one(text)) else { return };
    let start = text.trim_start();
    if start.starts_with('$') {
        if let Ok(path) = path::parse(text) {
            visit(LocatedPath { text, offset: 0, site: node.site, path });
        }
    } else if start.starts_with("States.")
        && let Ok(call) = intrinsic::parse(text)
    {
        in_call(&call, text, node.site, visit);
    }
}

fn in_call<'a>(call: &Call<'a>, text: &'a str, site: Site, visit: &mut dyn FnMut(LocatedPath<'a>)) {
    for arg in &call.args {
        match &arg.value {
            ArgumentValue::Path(path) => visit(LocatedPath { text, offset: arg.offset, site, path: *path }),
            ArgumentValue::Call(call) => in_call(call, text, site, visit),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Findings;
    use crate::language::MachineType;
    use crate::model::Machine;

    #[test]
    fn every_path_that_is_not_of_the_input_is_found() {
        let text = r#"{ "StartAt": "m", "States": {
            "m": { "Type": "Map", "ItemsPath": "$items", "ItemSelector": { "a": [{ "b.$": "$x.y" }], "c": "$no", "d.$": "$.no" },
                "ItemReader": { "ReaderConfig": { "MaxItemsPath": " $max" } },
                "Catch": [{ "ErrorEquals": ["E"], "Assign": { "e.$": "$$.State" }, "Next": "c" }],
                "ItemProcessor": { "StartAt": "i", "States": {
                    "i": { "Type": "Pass", "InputPath": "$$.Map", "End": true },
                    "j": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "$no", "End": true } } },
                "Next": "c" },
            "c": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$ä", "StringEqualsPath": "$_w" }], "Next": "f" }] },
            "f": { "Type": "Fail", "CausePath": "States.Format('{}', States.Array($a, 1), $.no, $b)" } } }"#;
        let out = Findings::new();
        let root = crate::read(text, &[], &out);
        let machine = Machine::new(&root, MachineType::Standard);
        let uses = super::uses(&machine.states);
        let found = uses.iter().map(|it| {
            let text = it.text.get(it.offset..).unwrap();
            (machine.states[it.state].name.value, text.split([',', ')']).next().unwrap())
        });
        assert_eq!(
            found.collect::<Vec<_>>(),
            [
                ("m", "$items"),
                ("m", "$x.y"),
                ("m", " $max"),
                ("m", "$$.State"),
                ("i", "$$.Map"),
                ("c", "$ä"),
                ("c", "$_w"),
                ("f", "$a"),
                ("f", "$b"),
            ]
        );
    }
}
