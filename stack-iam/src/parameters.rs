//! What the parameters of a task say: a text, a resource of the stack, or something of the run time.
//!
//! Every text here is that of a `Fn::Sub`, with a `*` for what is known at run time only.

use crate::own_machine::OwnMachine;
use stack_core::expression::intrinsic::{self, ArgumentValue, Call, unescape};
use stack_core::expression::jsonata::{self, Expression, NodeKind, Op};
use stack_core::json::interpolation::escaped;
use stack_core::json::{Hole, Json, Member, Node};
use stack_core::language::QueryLanguage;
use stack_core::model::State;

/// A parameter of another resource of the template, which a reference in a definition is to. Its texts are those of a
/// `Fn::Sub`.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The parameter's value, such as a queue's URL: `${OrdersQueue}`.
    pub value: String,
    /// The ARN of what it names: `${OrdersQueue.Arn}`. As `value` if that is an ARN, or if there is no way to ask for one.
    pub arn: String,
    /// Whether `arn` is an ARN for certain.
    pub has_arn: bool,
    /// Whether it is an activity, whose worker asks for its tasks.
    pub is_activity: bool,
}

/// What a parameter says.
#[derive(Clone, Debug)]
pub(crate) enum ParameterValue<'t> {
    /// It is not given.
    Absent,
    /// A text.
    Text {
        /// The text.
        text: String,
        /// Whether there is a `*` in it for something that is known at run time only.
        dynamic: bool,
    },
    /// A parameter of a resource of the stack.
    Reference(&'t Reference),
}

impl ParameterValue<'_> {
    pub(crate) fn unknown() -> Self {
        ParameterValue::Text { text: "*".into(), dynamic: true }
    }

    /// A text with a `*` for each part that is not known.
    fn with_wildcards(text: String) -> Self {
        let dynamic = text.replace("${!*}", "").contains('*');
        ParameterValue::Text { text, dynamic }
    }

    /// The name or the value itself; none if it is not given.
    pub(crate) fn text(&self) -> Option<(String, bool)> {
        match self {
            ParameterValue::Absent => None,
            ParameterValue::Text { text, dynamic } => Some((text.clone(), *dynamic)),
            ParameterValue::Reference(reference) => Some((reference.value.clone(), false)),
        }
    }
}

/// An object of parameters, and where what stands in it leads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameters<'t> {
    /// The state they are of.
    pub(crate) state: &'t State<'t>,
    /// The object, or whatever was written instead.
    pub(crate) node: Option<&'t Node<'t>>,
    /// What the references lead to.
    pub(crate) references: &'t [Reference],
    /// The machine itself.
    pub(crate) own: &'t OwnMachine,
}

impl<'t> Parameters<'t> {
    /// Whether there is a parameter of that name, given or computed by a path. Not if all are computed: it may be
    /// there, but what for, cannot be known.
    pub(crate) fn has(&self, name: &str) -> bool {
        let object = self.node.is_some_and(|node| node.as_object().is_some());
        object && self.values(name).iter().any(|value| !matches!(value, ParameterValue::Absent))
    }

    /// What a parameter says: `Authentication.ConnectionArn`; one for every item of a list: `Entries[].EventBusName`,
    /// and for every key of an object: `RequestItems[keys]`.
    pub(crate) fn values(&self, path: &str) -> Vec<ParameterValue<'t>> {
        let mut out = Vec::new();
        match self.node {
            Some(node) => self.walk(node, path, &mut out),
            // Without parameters the state's input is what the service gets.
            None => out.push(ParameterValue::unknown()),
        }
        out
    }

    fn walk(&self, node: &'t Node<'t>, path: &str, out: &mut Vec<ParameterValue<'t>>) {
        let (step, rest) = path.split_once('.').unwrap_or((path, ""));
        let (name, list) = match step.strip_suffix("[]") {
            Some(name) => (name, true),
            None => (step, false),
        };
        if node.as_object().is_none() {
            return out.push(ParameterValue::unknown());
        }
        if let Some(keys) = step.strip_suffix("[keys]") {
            return match node.get(keys).and_then(Node::as_object) {
                Some(members) => {
                    for member in members {
                        let key = &member.key.value;
                        out.push(self.fixed(key.strip_suffix(".$").unwrap_or(key)));
                    }
                }
                None => self.walk(node, keys, out),
            };
        }
        let Some(value) = node.get(name) else {
            return out.push(match node.get(&format!("{name}.$")) {
                Some(path) if rest.is_empty() && !list => self.path(path),
                Some(_) => ParameterValue::unknown(),
                None => ParameterValue::Absent,
            });
        };
        match (value.as_array().filter(|_| list), rest) {
            (Some(items), "") => items.iter().for_each(|item| out.push(self.value(item))),
            (Some(items), rest) => items.iter().for_each(|item| self.walk(item, rest, out)),
            (None, "") => out.push(self.value(value)),
            (None, rest) => self.walk(value, rest, out),
        }
    }

    /// What a member of an object of parameters says, one for every item of a list, and its name.
    pub(crate) fn of_member<'m>(&self, member: &'m Member<'t>) -> (&'m str, Vec<ParameterValue<'t>>) {
        let key = member.key.value.as_ref();
        if let Some(name) = key.strip_suffix(".$") {
            return (name, vec![self.path(&member.value)]);
        }
        let values = match member.value.as_array() {
            Some(items) => items.iter().map(|item| self.value(item)).collect(),
            None => vec![self.value(&member.value)],
        };
        (key, values)
    }

    fn value(&self, node: &Node<'_>) -> ParameterValue<'t> {
        match &node.json {
            Json::Hole(Hole::Reference(number)) => match self.references.get(*number as usize) {
                Some(found) => ParameterValue::Reference(found),
                None => ParameterValue::unknown(),
            },
            Json::String(text) if self.is_expression(text) => self.expression(text),
            Json::String(text) => self.fixed(text),
            Json::Number(text) => self.fixed(text),
            Json::Null => ParameterValue::Absent,
            _ => ParameterValue::unknown(),
        }
    }

    fn is_expression(&self, text: &str) -> bool {
        self.state.language == QueryLanguage::Jsonata && text.starts_with("{%")
    }

    fn expression(&self, text: &str) -> ParameterValue<'t> {
        let inner = text.trim_start_matches("{%").trim_end_matches("%}").trim();
        if inner == "$states.context.StateMachine.Id" {
            return self.itself();
        }
        let Ok(expression) = jsonata::parse(inner) else { return ParameterValue::unknown() };
        let mut text = String::new();
        self.concatenation(&expression, &mut text);
        ParameterValue::with_wildcards(text)
    }

    /// Appends what is known of an expression's value: `'orders-' & $stage` starts with `orders-`.
    fn concatenation(&self, expression: &Expression<'_>, out: &mut String) {
        // A list, since there may be more of them than calls fit on the stack.
        let mut left = vec![expression.root()];
        while let Some(id) = left.pop() {
            let node = expression.node(id);
            let alone = expression.list(node.attached).next().is_none();
            match &node.kind {
                NodeKind::String(text) if alone => self.append(text, out),
                NodeKind::Binary(Op::Concatenate, first, second) if alone => left.extend([*second, *first]),
                _ => unknown(out),
            }
        }
    }

    /// The value of a key that ends in `.$`.
    fn path(&self, node: &Node<'_>) -> ParameterValue<'t> {
        match node.as_str().map(str::trim) {
            Some("$$.StateMachine.Id") => self.itself(),
            Some(call) if call.starts_with("States.") => match intrinsic::parse(call) {
                Ok(call) => {
                    let mut text = String::new();
                    self.call(&call, &mut text);
                    ParameterValue::with_wildcards(text)
                }
                Err(_) => ParameterValue::unknown(),
            },
            _ => ParameterValue::unknown(),
        }
    }

    fn itself(&self) -> ParameterValue<'t> {
        ParameterValue::Text { text: self.own.machine.clone(), dynamic: false }
    }

    /// Appends what is known of a call's result.
    fn call(&self, call: &Call<'_>, out: &mut String) {
        let ("Format", [template, args @ ..]) = (call.name, call.args.as_slice()) else {
            return unknown(out);
        };
        let ArgumentValue::Text(template) = template.value else { return unknown(out) };
        let mut args = args.iter();
        let mut rest = template;
        while let Some(at) = opening(rest) {
            self.append(&unescape(&rest[..at]), out);
            rest = rest.get(at + 2..).unwrap_or_default();
            match args.next().map(|arg| (&arg.value, arg.text)) {
                Some((ArgumentValue::Text(text), _)) => self.append(&unescape(text), out),
                Some((ArgumentValue::Number(_) | ArgumentValue::Bool(_), text)) => {
                    self.append(text.trim(), out)
                }
                Some((ArgumentValue::Call(call), _)) => self.call(call, out),
                _ => unknown(out),
            }
        }
        self.append(&unescape(rest), out);
    }

    fn append(&self, text: &str, out: &mut String) {
        if let ParameterValue::Text { text, .. } = self.fixed(text) {
            out.push_str(&text);
        }
    }

    /// A text that was written as it is. A placeholder in a file stays, and one without a name is nothing known.
    fn fixed(&self, text: &str) -> ParameterValue<'t> {
        let mut literal = text.replace('*', "${*}").replace('?', "${?}");
        if !self.own.placeholders {
            return ParameterValue::Text { text: escaped(&literal).into_owned(), dynamic: false };
        }
        literal = literal.replace("${*}", "${!*}").replace("${?}", "${!?}");
        let dynamic = literal.contains(UNNAMED_PLACEHOLDER);
        ParameterValue::Text { text: literal.replace(UNNAMED_PLACEHOLDER, "*"), dynamic }
    }
}

/// Appends a `*` for what is not known.
fn unknown(out: &mut String) {
    if !out.ends_with('*') {
        out.push('*');
    }
}

/// What stands in a file for a value of which nothing is known.
const UNNAMED_PLACEHOLDER: &str = "${value}";

/// Where the next `{}` is that is not escaped.
fn opening(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let found = c == '{' && !escaped && text[at..].starts_with("{}");
        escaped = c == '\\' && !escaped;
        found.then_some(at)
    })
}
