//! What AWS computes: paths, intrinsic functions and payload templates, and texts that only look like them.

use super::steps::Place;
use super::{calls, *};
use crate::expression::Fault;
use crate::expression::filter;
use crate::expression::intrinsic::{self, functions};
use crate::expression::path;
use crate::finding::{Advice, Edit, Suggestion};
use crate::index::Index;
use crate::json::At;
use crate::json::interpolation::is_filled_in;
use crate::language::spec::{Field, Shape};
use crate::rules::documents::exposed_secret;
use crate::text::{cut, find};

/// Objects with more members get a set of their keys.
const MAX_UNINDEXED_KEYS: usize = 32;

/// Services' parameters that hold paths which the service follows: of a metric filter, of a pipe, and of a state machine
/// that a task creates.
const OF_SERVICES: &[&str] = &["MetricTransformations", "FilterPattern", "TargetParameters", "Definition"];
/// What the name of a parameter for a path has in it: EventBridge's `InputPathsMap`, Glue's `JsonPath`, fields of states.
const OF_PATHS: &[&str] = &[
    "JsonPath",
    "jsonPath",
    "JSONPath",
    "InputPath",
    "inputPath",
    "OutputPath",
    "outputPath",
    "ResultPath",
    "resultPath",
    "RowPath",
];

/// Whether a parameter of that name holds paths; a `FilePath` is one of another kind.
fn holds_paths(key: &str) -> bool {
    OF_SERVICES.contains(&key)
        || (find(key, *b"Path").is_some() && OF_PATHS.iter().any(|part| key.contains(part)))
}

/// Whether the text could only be meant as a path. A single `$`, or `$5`, may well be a price.
fn looks_like_path(text: &str) -> bool {
    let step = text.strip_prefix("$$").or(text.strip_prefix('$')).unwrap_or_default();
    let named =
        step.strip_prefix('.').is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    (named || step.starts_with("['") || step.starts_with("[0")) && path::parse(text).is_ok()
}

/// Whether the text could only be meant as a call of an intrinsic function.
fn looks_like_call(text: &str) -> bool {
    let name = text.strip_prefix("States.").and_then(|rest| cut(rest, b'('));
    name.is_some_and(|(name, _)| functions::find(name).is_some())
}

/// Whether the text is, or is meant as, an expression of JSONata: one of its marks may be forgotten.
fn looks_like_jsonata(text: &str) -> bool {
    let (start, end) = (text.starts_with("{%"), text.ends_with("%}"));
    start && (end || !text.contains("%}")) || end && !text.contains("{%")
}

/// Whether the text is JSONata that reads the state, without the marks around it.
fn looks_like_states(text: &str) -> bool {
    let member = text.strip_prefix("$states.").unwrap_or_default();
    ["input", "context", "result", "errorOutput"].iter().any(|name| member.starts_with(name))
        && !text.contains("%}")
}

/// Whether something may be filled into the text: not into `${$.name}`, which no placeholder is called.
fn may_be_filled_in(text: &str) -> bool {
    is_filled_in(text) && text.split("${").skip(1).any(|rest| !rest.starts_with('$'))
}

/// Where a path stands in the middle of a text, and how long it is: not in quotes or parentheses, as in SQL.
fn path_in_text(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let start = at + text.get(at..)?.find('$')?;
        if !text.get(start + 1..)?.starts_with('.') {
            at = start + 1;
            continue;
        }
        let before = text.get(..start)?.strip_suffix('$').unwrap_or(text.get(..start)?);
        let after = text.get(start + 2..)?;
        let name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        let free = before.ends_with([' ', '/', '=', ':', ',', '-', '_', '#', '\n', '{']);
        if free && after.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            let mut length = after.find(|c: char| !name(c) && c != '.').unwrap_or(after.len());
            while after.get(..length).is_some_and(|path| path.ends_with('.')) {
                length -= 1;
            }
            return Some((before.len(), start + 2 + length - before.len()));
        }
        at = start + 2;
    }
}

/// Where a text stands that nothing evaluates.
#[derive(Clone, Copy)]
enum Static<'n> {
    /// Under a key of a payload template; none in an array.
    Template(Option<At<&'n str>>),
    /// In a field, or anywhere below it, that takes plain values only.
    Field(&'n str),
    /// In a JSONata state.
    Jsonata,
    /// In a parameter whose service takes paths itself.
    Paths,
}

impl<'n> Static<'n> {
    /// Further inside a payload template.
    fn under(self, key: Option<At<&'n str>>) -> Static<'n> {
        match (self, key) {
            (Static::Paths, _) => self,
            (_, Some(key)) if holds_paths(key.value) => Static::Paths,
            (_, key) => Static::Template(key),
        }
    }
}

impl Walk<'_> {
    /// A field that takes a path; what it takes else was seen before.
    pub(super) fn path(&self, field: &'static Field, site: Site, text: &str) {
        let name = field.name;
        let path = match path::parse(text) {
            Ok(path) => path,
            Err(fault) => return self.malformed_path(name, site, text, &fault),
        };
        if path.many().is_some() && is_filled_in(text) {
            return;
        }
        self.filters(name, site, text, &path);
        let place = Place { name, site, text, offset: 0 };
        let single = match field.shape {
            Shape::ReferencePath => Some(&not_a_reference_path::RULE),
            // What AWS says of these is not known.
            Shape::PathOrIntrinsic if name.ends_with("Path") => Some(&probably_refused::RULE),
            _ => None,
        };
        if let (Some(rule), Some((offset, step))) = (single, path.many())
            && let Some(several) = step.several()
        {
            let message = format!("`{name}` takes the path of one value, but {several} may select several");
            self.out.report(rule, site, message).inside(text, offset, 1);
        } else if single.is_none_or(|rule| !self.one_place(place, &path, rule)) {
            self.steps(place, &path);
        }
        let own = match path.root {
            path::Root::Input | path::Root::Item => return,
            path::Root::Context => "the context object cannot be written to".to_owned(),
            path::Root::Variable(variable) => {
                format!("to set a variable such as `${variable}`, use `Assign`")
            }
        };
        if name == "ResultPath" {
            let message = "`ResultPath` takes a path in the state's input, which starts with `$.`";
            self.out.report(&not_a_reference_path::RULE, site, message).help(own);
        }
    }

    /// Reports filters that Jayway's library cannot read. Whether AWS refuses them was not recorded.
    fn filters(&self, name: &str, site: Site, text: &str, path: &path::Path<'_>) {
        // Few paths have one.
        if path.many().is_none() || is_filled_in(text) {
            return;
        }
        for written in path.filters() {
            if let Err(fault) = filter::parse(written.text) {
                let message = format!("`{name}` holds a filter that cannot be read: {}", fault.message);
                self.out.report(&probably_refused::RULE, site, message).inside(
                    text,
                    written.offset + fault.offset,
                    1,
                );
            }
        }
    }

    fn malformed_path(&self, name: &str, site: Site, text: &str, fault: &Fault) {
        if is_filled_in(text) {
            return;
        }
        let message = format!("`{name}` has a malformed path: {}", fault.message);
        self.out.report(&malformed_path::RULE, site, message).inside(text, fault.offset, 1);
    }

    /// A call of an intrinsic function, which stands behind `lead` bytes of its string; its function, if it is one.
    fn call(&self, name: &str, site: Site, text: &str, lead: usize) -> Option<&'static functions::Function> {
        if is_filled_in(text) {
            return None;
        }
        match intrinsic::parse(text) {
            Ok(call) => {
                self.steps_of_call(Place { name, site, text, offset: 0 }, &call);
                calls::check(&call, &mut |problem| {
                    let report = self.out.report(problem.rule, site, problem.message);
                    let report =
                        report.warns_if(problem.is_soft).inside(text, problem.offset, problem.length);
                    if let Some((right, is_certain)) = problem.right {
                        let edit = Edit::part(site, lead + problem.offset, problem.length, right);
                        report.help(Suggestion::new(problem.help, edit, is_certain));
                    } else if !problem.help.is_empty() {
                        report.help(problem.help);
                    }
                });
                functions::find(call.name)
            }
            Err(fault) => {
                let message = format!("`{name}` has a malformed function call: {}", fault.message);
                self.out.report(&malformed_intrinsic::RULE, site, message).inside(text, fault.offset, 1);
                None
            }
        }
    }

    /// A field that takes a path or an intrinsic function.
    pub(super) fn path_or_intrinsic(&self, field: &'static Field, site: Site, text: &str) {
        if text.starts_with('$') {
            return self.path(field, site, text);
        }
        if !text.starts_with("States.") {
            if !is_filled_in(text) {
                self.neither(field.name, site);
            }
            return;
        }
        let function = self.call(field.name, site, text, 0);
        if let Some(function) = function
            .filter(|function| function.gives.is_some_and(|gives| gives != functions::ResultType::Text))
        {
            let message =
                format!("`{}` takes a string, which `States.{}` never returns", field.name, function.name);
            self.out.report(&probably_refused::RULE, site, message);
        }
    }

    fn neither(&self, name: &str, site: Site) {
        let message = format!("`{name}` takes a path or an intrinsic function");
        self.out
            .report(&not_a_path::RULE, site, message)
            .help("a path starts with `$`, a function with `States.`");
    }

    /// A field's value that may hold what is computed.
    pub(super) fn payload(&self, field: &'static Field, node: &Node<'_>, language: Language) {
        let template = matches!(field.shape, Shape::Template);
        match language {
            Language { lenient: true, .. } => {}
            // That `x.$` is no variable's name is another rule's.
            Language { is: QueryLanguage::Jsonata, .. } if field.name == "Assign" => {
                let variables = node.as_object().unwrap_or_default();
                variables.iter().for_each(|variable| self.plain(&variable.value, Static::Jsonata));
            }
            Language { is: QueryLanguage::Jsonata, .. } => self.plain(node, Static::Jsonata),
            Language { is: QueryLanguage::JsonPath, .. } if template => {
                self.template(node, Static::Template(None))
            }
            Language { is: QueryLanguage::JsonPath, .. } => self.plain(node, Static::Field(field.name)),
        }
    }

    /// A payload template of JSONPath.
    fn template(&self, node: &Node<'_>, at: Static<'_>) {
        match &node.json {
            Json::Array(items) => items.iter().for_each(|item| self.template(item, at.under(None))),
            Json::Object(members) => self.template_members(members, at),
            _ => self.plain(node, at),
        }
    }

    fn template_members(&self, members: &[Member<'_>], at: Static<'_>) {
        let keys = (members.len() > MAX_UNINDEXED_KEYS).then(|| {
            let mut keys = Index::new();
            for member in members {
                keys.add(&member.key.value);
            }
            keys
        });
        let has = |key: &str| match &keys {
            Some(keys) => keys.contains(key),
            None => members.iter().any(|member| member.key.value == key),
        };
        for member in members {
            let key = member.key.value.as_ref();
            let Some(plain) = key.strip_suffix(".$") else {
                let key = At { value: key, site: member.key.site };
                self.template(&member.value, at.under(Some(key)));
                continue;
            };
            if has(plain) {
                let message = format!("`{key}` conflicts with `{plain}`: both set `{plain}`");
                self.out.report(&probably_refused::RULE, member.key.site, message);
            }
            self.computed(member, plain, has(plain));
        }
    }

    /// The value of a key that ends in `.$`. `has_plain` says that there is one without it, too.
    fn computed(&self, Member { key, value }: &Member<'_>, plain: &str, has_plain: bool) {
        let (site, key) = (key.site, key.value.as_ref());
        let (text, lead) = match &value.json {
            Json::Broken | Json::Hole(Hole::Expression(_)) => return,
            Json::String(text) => (text.trim(), text.len() - text.trim_start().len()),
            _ => {
                let message =
                    format!("`{key}` takes a path or an intrinsic function, not {}", label::kind(value));
                let help = format!("for a literal value, name the key `{plain}`, without the `.$`");
                let edit = Edit::whole(site, key, plain);
                // What is in a list or an object may be computed then.
                let is_certain = !has_plain && matches!(value.json, Json::Number(_) | Json::Bool(_));
                self.out
                    .report(&not_a_path::RULE, value.site, message)
                    .help(Suggestion::new(help, edit, is_certain));
                return;
            }
        };
        if text.starts_with('$') {
            match path::parse(text) {
                Ok(path) => {
                    self.filters(key, value.site, text, &path);
                    self.steps(Place { name: key, site: value.site, text, offset: 0 }, &path);
                }
                Err(fault) => self.malformed_path(key, value.site, text, &fault),
            }
        } else if text.starts_with("States.") {
            self.call(key, value.site, text, lead);
        } else if !is_filled_in(text) {
            self.neither(key, value.site);
        }
    }

    /// A value that is not evaluated but in JSONata's `{% .. %}`: warns of texts that look as if it were.
    fn plain(&self, node: &Node<'_>, at: Static<'_>) {
        match &node.json {
            Json::Array(items) => items.iter().for_each(|item| self.plain(item, at)),
            Json::Object(members) => {
                for member in members {
                    let key = member.key.value.as_ref();
                    match (at, key.strip_suffix(".$")) {
                        _ if holds_paths(key) => {}
                        (Static::Template(_) | Static::Paths, _) | (_, None) => self.plain(&member.value, at),
                        (_, Some(plain)) => {
                            let message = format!("`{key}` is a plain key here: its value is not evaluated");
                            let help = match at {
                                Static::Jsonata => format!("in JSONata, use `{plain}` with `{{% .. %}}`"),
                                _ => "a payload template such as `Parameters` is evaluated".into(),
                            };
                            self.out
                                .report(&unevaluated_expression::RULE, member.key.site, message)
                                .help(help);
                        }
                    }
                }
            }
            Json::String(text) => self.plain_text(text, node.site, at),
            _ => {}
        }
    }

    /// A string that is not evaluated.
    fn plain_text(&self, text: &str, site: Site, at: Static<'_>) {
        exposed_secret::check_text(text, site, self.out);
        let bare = looks_like_states(text);
        let jsonata = looks_like_jsonata(text) || bare;
        let path = looks_like_path(text);
        let looks_computed =
            jsonata && !matches!(at, Static::Jsonata) || bare || path || looks_like_call(text);
        if matches!(at, Static::Paths) {
            return;
        }
        if !looks_computed {
            self.text_with_path(text, site, at);
            return;
        }
        let label = match (jsonata, path) {
            (true, _) => "this expression",
            (_, true) => "this path",
            _ => "this function call",
        };
        let message = format!("{label} is never evaluated: it stays a plain string");
        let advice: Advice = match at {
            Static::Jsonata if bare => {
                let marked = format!("{{% {text} %}}");
                let message = format!("to evaluate it, write `{marked}`");
                Suggestion::possible(message, Edit::whole(site, text, marked)).into()
            }
            _ if jsonata => "`{% .. %}` is for states whose `QueryLanguage` is `JSONata`".into(),
            Static::Jsonata if path => "in JSONata, write `{% $states.input.name %}`".into(),
            Static::Jsonata => "in JSONata, write `{% .. %}` with a function of JSONata".into(),
            Static::Template(Some(key)) => {
                let computed = format!("{}.$", key.value);
                let message = format!("to evaluate it, name the key `{computed}`");
                Suggestion::possible(message, Edit::whole(key.site, key.value, computed)).into()
            }
            Static::Template(None) | Static::Paths => {
                "to evaluate items, use `States.Array(..)` under a key that ends in `.$`".into()
            }
            Static::Field("Result") => "`Parameters` are evaluated, a `Result` is not".into(),
            Static::Field(name) => format!("to evaluate it, use `{name}Path`").into(),
        };
        self.out.report(&unevaluated_expression::RULE, site, message).help(advice);
    }

    /// A path in the middle of a text that is not evaluated.
    fn text_with_path(&self, text: &str, site: Site, at: Static<'_>) {
        // In JSONata's marks there is none, and marks in a text are another rule's.
        let is_other = may_be_filled_in(text) || text.contains("{%") || text.contains("%}");
        let Some((offset, length)) = path_in_text(text, 0).filter(|_| !is_other) else { return };
        let path = text.get(offset..offset + length).unwrap_or_default();
        let message = format!("`{path}` in this text is never replaced: it stays as it is");
        let (mut format, mut arguments, mut done) = (String::new(), String::new(), 0);
        while let Some((offset, length)) = path_in_text(text, done) {
            format.push_str(text.get(done..offset).unwrap_or_default());
            format.push_str("{}");
            arguments.push_str(", ");
            arguments.push_str(text.get(offset..offset + length).unwrap_or_default());
            done = offset + length;
        }
        format.push_str(text.get(done..).unwrap_or_default());
        let report =
            self.out.report(&unevaluated_expression::RULE, site, message).inside(text, offset, length);
        let place = match at {
            Static::Template(Some(key)) => format!("under the key `{}.$`", key.value),
            Static::Field(name @ ("Error" | "Cause")) => format!("in `{name}Path`"),
            Static::Jsonata => {
                report.help("in JSONata, write `{% 'text ' & $states.input.name %}`");
                return;
            }
            Static::Field("Result") => {
                report.help("`Parameters` are evaluated, a `Result` is not");
                return;
            }
            Static::Template(None) => "under a key that ends in `.$`".into(),
            Static::Field(_) | Static::Paths => return,
        };
        if format.len() < 100 && !text.contains(['\'', '{', '}', '\\', '\n']) {
            report.help(format!("{place}, use `States.Format('{format}'{arguments})`"));
        } else {
            report.help(format!("{place}, use `States.Format`"));
        }
    }

    /// A field that takes a plain text, and has a sibling for a path.
    pub(super) fn text(&self, field: &'static Field, site: Site, text: &str, language: Language) {
        let name = field.name;
        let twin =
            matches!(name, "Error" | "Cause") || (name.starts_with("String") && name != "StringMatches");
        match language {
            Language { lenient: true, .. } => {}
            _ if !twin => {}
            Language { is: QueryLanguage::Jsonata, .. } => self.plain_text(text, site, Static::Jsonata),
            Language { is: QueryLanguage::JsonPath, .. } => self.plain_text(text, site, Static::Field(name)),
        }
    }
}
