//! The paths of a machine: every one that a JSONPath state reads from, those in intrinsic functions too.

use crate::intrinsic::{self, Call, Value};
use crate::json::{Json, Node};
use crate::model::{Machine, QueryLanguage, State};
use crate::path::{self, Path};
use crate::site::Site;
use crate::spec::{Shape, Spec};

/// A path, and who reads from it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Use<'m> {
    /// The state.
    pub(crate) state: &'m State<'m>,
    /// The string that it is, or that holds the call it stands in.
    pub(crate) text: &'m str,
    /// Where it starts in the string, in bytes.
    pub(crate) offset: usize,
    /// The string's place.
    pub(crate) site: Site,
    pub(crate) path: Path<'m>,
}

/// Shows every path of the machine's states, in the order of the source within one state.
///
/// Only strings that hold `mark` are parsed: `$$` finds what reads the context object, `$` everything.
pub(crate) fn paths<'m>(machine: &'m Machine<'m>, mark: &str, see: &mut dyn FnMut(Use<'m>)) {
    for state in machine.states.iter().filter(|state| state.language == QueryLanguage::JsonPath) {
        if let Some(kind) = state.kind {
            Finder { state, mark, see }.fields(kind.spec(), state.node);
        }
    }
}

fn is_call(text: &str) -> bool {
    text.starts_with("States.")
}

struct Finder<'m, 's> {
    state: &'m State<'m>,
    mark: &'s str,
    see: &'s mut dyn FnMut(Use<'m>),
}

impl<'m> Finder<'m, '_> {
    fn fields(&mut self, spec: &'static Spec, node: &'m Node<'m>) {
        for member in node.as_object().unwrap_or_default() {
            let value = &member.value;
            // Most fields hold names and numbers, and need no look into the table.
            match &value.json {
                Json::String(text) if text.trim_start().starts_with('$') || is_call(text.trim_start()) => {}
                Json::Array(_) | Json::Object(_) => {}
                _ => continue,
            }
            let Some(field) = spec.field(&member.key.value) else { continue };
            match field.shape {
                // It is written to.
                _ if field.name == "ResultPath" => {}
                Shape::Path | Shape::ReferencePath | Shape::PathOrIntrinsic => self.string(value),
                Shape::Template => self.template(value),
                Shape::Object(spec) => self.fields(spec, value),
                Shape::List(spec) | Shape::OpenList(spec) => {
                    value.as_array().unwrap_or_default().iter().for_each(|entry| self.fields(spec, entry));
                }
                _ => {}
            }
        }
    }

    fn template(&mut self, node: &'m Node<'m>) {
        match &node.json {
            Json::Array(items) => items.iter().for_each(|item| self.template(item)),
            Json::Object(members) => {
                for member in members {
                    if member.key.value.ends_with(".$") {
                        self.string(&member.value);
                    } else {
                        self.template(&member.value);
                    }
                }
            }
            _ => {}
        }
    }

    /// A string that is a path or a call; what is neither was reported.
    fn string(&mut self, node: &'m Node<'m>) {
        let Some(text) = node.as_str() else { return };
        let start = text.trim_start();
        if start.starts_with('$') {
            let path = Some(start).filter(|start| start.starts_with(self.mark)).map(|_| path::parse(text));
            if let Some(Ok(path)) = path {
                (self.see)(Use { state: self.state, text, offset: 0, site: node.site, path });
            }
        } else if is_call(start)
            && text.contains(self.mark)
            && let Ok(call) = intrinsic::parse(text)
        {
            self.call(&call, text, node.site);
        }
    }

    fn call(&mut self, call: &Call<'m>, text: &'m str, site: Site) {
        for arg in &call.args {
            match &arg.value {
                Value::Path(path) => {
                    (self.see)(Use { state: self.state, text, offset: arg.offset, site, path: *path });
                }
                Value::Call(call) => self.call(call, text, site),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::paths;
    use crate::finding::Findings;
    use crate::model::{Machine, MachineType};
    use crate::read;

    #[test]
    fn every_path_is_found() {
        let text = r#"{ "StartAt": "m", "States": {
            "m": { "Type": "Map", "ItemsPath": "$.items", "ItemSelector": { "a": [{ "b.$": "$x.y" }], "c": "$.no" },
                "ItemReader": { "ReaderConfig": { "MaxItemsPath": "$.max" } },
                "Catch": [{ "ErrorEquals": ["E"], "Assign": { "e.$": "$.Error" }, "Next": "c" }],
                "ItemProcessor": { "StartAt": "i", "States": {
                    "i": { "Type": "Pass", "InputPath": "$$.Map", "End": true },
                    "j": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "$.no", "End": true } } },
                "Next": "c" },
            "c": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.v", "StringEqualsPath": "$.w" }], "Next": "f" }] },
            "f": { "Type": "Fail", "CausePath": "States.Format('{}', States.Array($.a, 1), $.b)" } } }"#;
        let out = Findings::new();
        let root = read::json(text, &|_| None, &out);
        let machine = Machine::new(&root, MachineType::Standard);
        let mut found = Vec::new();
        paths(&machine, "$", &mut |it| found.push((it.state.name.value, &it.text[it.offset..])));
        found.iter_mut().for_each(|(_, text)| *text = text.split([',', ')']).next().unwrap());
        assert_eq!(
            found,
            [
                ("m", "$.items"),
                ("m", "$x.y"),
                ("m", "$.max"),
                ("m", "$.Error"),
                ("i", "$$.Map"),
                ("c", "$.v"),
                ("c", "$.w"),
                ("f", "$.a"),
                ("f", "$.b"),
            ]
        );
    }
}
