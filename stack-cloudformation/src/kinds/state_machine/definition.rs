//! A machine's definition on its way into the template: read, filled, checked again, written.

use crate::error::Error;
use crate::kind::scope::Scope;
use crate::references::machine::{self, Expression, MachineType};
use crate::template::object::{Object, escaped, of_sub, sub, sub_text};
use crate::template::{MachineDefinition, Reference, TextPart, integration_arn};
use stack_core::check;
use stack_core::finding::{self, Allow, Findings, Severity};
use stack_core::json::At;
use stack_core::json::interpolation::{Interpolation, Notation, Part};
use stack_core::json::write;
use stack_core::json::{Hole, Json, Member, Node, Site};
use stack_iam::{Derived, OwnMachine};
use std::borrow::Cow;

/// The longest definition that Step Functions takes, in characters.
const MAX_DEFINITION_CHARS: usize = 1_048_576;

/// A definition whose only holes are references, texts with references and integrations.
#[derive(Debug)]
pub(crate) struct FilledDefinition {
    machine: &'static str,
    kind: MachineType,
    root: Node<'static>,
    references: Vec<Reference>,
    texts: Vec<Vec<TextPart>>,
    /// What stands for each reference in the template.
    intrinsics: Vec<Node<'static>>,
}

impl FilledDefinition {
    /// Reads the text that `state_machine!` left, evaluates the expressions in it, and checks it again
    /// if there are any.
    pub(crate) fn read(
        scope: &mut Scope<'_>,
        machine: &'static str,
        kind: MachineType,
        definition: machine::Definition,
        allows: &[(&str, &str)],
    ) -> Result<Self, Error> {
        let (mut references, mut intrinsics, mut fillings) = (Vec::new(), Vec::new(), Vec::new());
        let mut texts = Vec::new();
        for (number, hole) in (0..).zip(definition.holes) {
            fillings.push(match hole {
                machine::Hole::Param(param) => {
                    let number = references.len() as u32;
                    intrinsics.push(scope.param(param));
                    references.push(Reference::new(scope.id_of(param), *param));
                    Hole::Reference(number)
                }
                machine::Hole::Integration(name) => Hole::Integration((*name).into()),
                machine::Hole::Text(text) => {
                    texts.push(*text);
                    Hole::Text(texts.len() as u32 - 1)
                }
                machine::Hole::Expression(_) => Hole::Expression(number),
            });
        }
        let texts = texts.into_iter().map(|text| parts(text, &fillings)).collect();
        let fault = |text: String| Error::of(scope.name(), format!("the definition of `{machine}`: {text}"));
        let mut holes = Vec::new();
        for place in definition.places.split_ascii_whitespace() {
            let hole = place.split_once(':').and_then(|(at, number)| {
                let filling = fillings.get(number.parse::<usize>().ok()?)?;
                Some((at.parse().ok()?, Json::Hole(filling.clone())))
            });
            holes.push(hole.ok_or_else(|| fault(format!("there is no hole `{place}`")))?);
        }
        let found = Findings::new();
        let mut root = stack_core::read(definition.text, &holes, &found);
        if let Some(finding) = found.finish().first() {
            return Err(fault(finding.text()));
        }
        let mut places = Vec::new();
        fill(&mut root, definition.holes, &mut places)?;
        let filled = FilledDefinition { machine, kind, root, references, texts, intrinsics };
        if !places.is_empty() {
            check_filled(scope, &filled.as_in_a_file(), kind, &places, allows)?;
        }
        filled.limited(scope)
    }

    /// A Standard machine's definition that the library has made.
    pub(crate) fn made(
        root: Node<'static>,
        references: Vec<Reference>,
        intrinsics: Vec<Node<'static>>,
    ) -> Self {
        let texts = Vec::new();
        FilledDefinition { machine: "", kind: MachineType::Standard, root, references, texts, intrinsics }
    }

    fn limited(self, scope: &Scope<'_>) -> Result<Self, Error> {
        let length = write::compact(&self.root, &mut |_, _| {}).chars().count();
        if length > MAX_DEFINITION_CHARS {
            let text = format!(
                "the definition has {length} characters; Step Functions takes {MAX_DEFINITION_CHARS}"
            );
            return Err(Error::of(scope.name(), text));
        }
        Ok(self)
    }

    /// What the machine's role needs.
    pub(crate) fn permissions(&self, own: &OwnMachine) -> Derived {
        let references: Vec<stack_iam::Reference> = self.references.iter().map(Into::into).collect();
        let derived = |root: &Node<'_>, own| {
            Derived::new(&stack_core::model::Machine::new(root, self.kind), &references, own)
        };
        if self.texts.is_empty() {
            return derived(&self.root, own);
        }
        derived(&self.as_in_a_file(), &own.clone().with_placeholders())
    }

    /// The definition as a file would have it: with placeholders in its texts, as in those of `Fn::Sub`.
    fn as_in_a_file(&self) -> Cow<'_, Node<'static>> {
        if self.texts.is_empty() { Cow::Borrowed(&self.root) } else { Cow::Owned(self.written(&self.root)) }
    }

    fn written(&self, node: &Node<'static>) -> Node<'static> {
        let json = match &node.json {
            Json::String(text) => Json::String(escaped(text).into_owned().into()),
            Json::Hole(Hole::Text(number)) => Json::String(self.sub_text(*number).into()),
            Json::Array(items) => Json::Array(items.iter().map(|item| self.written(item)).collect()),
            Json::Object(members) => {
                let member = |member: &Member<'static>| Member {
                    key: member.key.clone(),
                    value: self.written(&member.value),
                };
                Json::Object(members.iter().map(member).collect())
            }
            other => other.clone(),
        };
        Node::new(json, node.site)
    }

    /// A text as it stands in a `Fn::Sub` that knows all references by their logical ids.
    fn sub_text(&self, number: u32) -> String {
        let reference = |number: usize| match self.references.get(number) {
            Some(Reference { logical_id, param, .. }) => sub_text(logical_id, param.attribute),
            None => String::new(),
        };
        self.parts(number).iter().map(|part| part.in_sub(&reference)).collect()
    }

    fn parts(&self, number: u32) -> &[TextPart] {
        self.texts.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// What stands in the template for a text.
    fn text_intrinsic(&self, number: u32) -> Node<'static> {
        let text = self.sub_text(number);
        // Those that no `${Id.Attribute}` can ask for have names of their own.
        let mut own = Vec::new();
        for part in self.parts(number) {
            if let TextPart::Reference(number) = part
                && !self.is_in_sub(*number)
                && !own.contains(number)
            {
                own.push(*number);
            }
        }
        if own.is_empty() {
            return of_sub(&text);
        }
        let reference = |number: usize| match own.contains(&number) {
            true => format!("${{r{number}}}"),
            false => self
                .references
                .get(number)
                .map_or_else(String::new, |it| sub_text(&it.logical_id, it.param.attribute)),
        };
        let text: String = self.parts(number).iter().map(|part| part.in_sub(&reference)).collect();
        let mut names = Object::new();
        for number in own {
            names.push(
                format!("r{number}"),
                self.intrinsics.get(number).cloned().unwrap_or(Json::Null.into()),
            );
        }
        Object::new().with("Fn::Sub", Node::array([text.into(), names.node()])).node()
    }

    /// Whether a text can ask for a reference by its logical id.
    fn is_in_sub(&self, number: usize) -> bool {
        let found = self.references.get(number).zip(self.intrinsics.get(number));
        found.is_some_and(|(reference, intrinsic)| {
            *intrinsic == of_sub(&sub_text(&reference.logical_id, reference.param.attribute))
        })
    }

    /// Express or Standard.
    pub(crate) fn kind(&self) -> MachineType {
        self.kind
    }

    /// Adds the definition to a machine's properties: as an object, or as a string if it has to be
    /// one or the user wants it.
    pub(crate) fn property(&self, properties: &mut Object, string: bool) {
        if string || !is_plain(&self.root) {
            properties.push("DefinitionString", self.text());
        } else {
            properties.push("Definition", self.object(&self.root));
        }
    }

    /// What the program's `definition` prints.
    pub(crate) fn into_machine(self, resource: &'static str, logical_id: String) -> MachineDefinition {
        MachineDefinition {
            resource,
            machine: self.machine,
            logical_id,
            kind: self.kind,
            root: self.root,
            references: self.references,
            texts: self.texts,
        }
    }

    fn object(&self, node: &Node<'static>) -> Node<'static> {
        match &node.json {
            Json::Hole(Hole::Reference(number)) => {
                self.intrinsics.get(*number as usize).cloned().unwrap_or(Json::Null.into())
            }
            Json::Hole(Hole::Text(number)) => self.text_intrinsic(*number),
            Json::Hole(Hole::Integration(name)) => sub(integration_arn("${AWS::Partition}", name)),
            Json::Array(items) => {
                let mut filled = Vec::new();
                for item in items {
                    filled.push(self.object(item));
                }
                Json::Array(filled).into()
            }
            Json::Object(members) => {
                let mut filled = Vec::new();
                for Member { key, value } in members {
                    filled.push(Member { key: key.clone(), value: self.object(value) });
                }
                Json::Object(filled).into()
            }
            _ => node.clone(),
        }
    }

    /// The exact text, in a `Fn::Sub` if it has holes.
    fn text(&self) -> Node<'static> {
        let mut holes = Vec::new();
        let mut used = Object::new();
        let text = write::compact(&self.root, &mut |hole, out| {
            let start = out.len();
            match hole {
                Hole::Reference(number) => out.push_str(&format!("\"${{r{number}}}\"")),
                Hole::Text(number) => {
                    let part = |part: &TextPart| part.in_sub(&|number| format!("${{r{number}}}"));
                    write::string(&self.parts(*number).iter().map(part).collect::<String>(), out);
                }
                Hole::Integration(name) => write::string(&integration_arn("${AWS::Partition}", name), out),
                Hole::Expression(_) => out.push_str("null"),
            }
            holes.push(start..out.len());
        });
        if holes.is_empty() && !text.contains("${") {
            return text.into();
        }
        // In `Fn::Sub`, a `${` that is not ours is written `${!`.
        let (mut template, mut at) = (String::with_capacity(text.len()), 0);
        for hole in holes {
            template.push_str(&escaped(&text[at..hole.start]));
            template.push_str(&text[hole.clone()]);
            at = hole.end;
        }
        template.push_str(&escaped(&text[at..]));
        for (number, intrinsic) in self.intrinsics.iter().enumerate() {
            used.push(format!("r{number}"), intrinsic.clone());
        }
        match used.filled() {
            Some(used) => Object::new().with("Fn::Sub", Node::array([template.into(), used])).node(),
            None => sub(template),
        }
    }
}

/// The parts of a text, in which numbers stand for what fills those holes.
fn parts(text: &str, fillings: &[Hole<'_>]) -> Vec<TextPart> {
    let part = |part: &Part<'_>| match part {
        Part::Literal(text) => TextPart::Literal(text.clone().into_owned()),
        Part::Variable { name, .. } => {
            match name.parse::<usize>().ok().and_then(|number| fillings.get(number)) {
                Some(Hole::Reference(number)) => TextPart::Reference(*number as usize),
                _ => TextPart::Pseudo(name.clone().into_owned()),
            }
        }
    };
    Interpolation::new(text, Notation::Sub).parts().iter().map(part).collect()
}

/// Puts the values of expressions in their places, and notes the places.
fn fill(
    node: &mut Node<'static>,
    holes: &[machine::Hole],
    places: &mut Vec<(Site, Expression)>,
) -> Result<(), Error> {
    let site = node.site;
    match &mut node.json {
        Json::Hole(Hole::Expression(number)) => {
            if let Some(machine::Hole::Expression(expression)) = holes.get(*number as usize) {
                *node = (expression.value)();
                if !place(node, site) {
                    let Expression { file, line, .. } = expression;
                    return Err(Error::new(format!(
                        "{file}:{line}: the value of this expression is not JSON"
                    )));
                }
                places.push((site, *expression));
            }
        }
        Json::Array(items) => items.iter_mut().try_for_each(|item| fill(item, holes, places))?,
        Json::Object(members) => {
            members.iter_mut().try_for_each(|member| fill(&mut member.value, holes, places))?
        }
        _ => {}
    }
    Ok(())
}

/// Says of every part of an expression's value that it stands where the expression does, so that a
/// finding leads there. False if the value has holes.
fn place(node: &mut Node<'static>, site: Site) -> bool {
    node.site = site;
    match &mut node.json {
        Json::Array(items) => items.iter_mut().all(|item| place(item, site)),
        Json::Object(members) => members.iter_mut().all(|member| {
            member.key.site = site;
            place(&mut member.value, site)
        }),
        Json::Hole(_) | Json::Broken => false,
        _ => true,
    }
}

/// Checks the definition with the expressions' values: they were not there when it was compiled.
fn check_filled(
    scope: &mut Scope<'_>,
    root: &Node<'static>,
    kind: MachineType,
    places: &[(Site, Expression)],
    allows: &[(&str, &str)],
) -> Result<(), Error> {
    let at = |value| At { value, site: Site::NONE };
    let mut silenced = Vec::new();
    for &(rule, state) in allows {
        let scope = if state.is_empty() { finding::Scope::Machine } else { finding::Scope::State(at(state)) };
        silenced.push(Allow { rule: at(rule), scope });
    }
    for finding in check(root, kind, &silenced, Findings::new()).findings {
        let place = places.iter().find(|(site, _)| *site == finding.site);
        let text = finding.text();
        match (finding.severity, place) {
            (Severity::Warning, Some((_, at))) => scope.note(format!("{}:{}: {text}", at.file, at.line)),
            (_, Some((_, at))) => return Err(Error::new(format!("{}:{}: {text}", at.file, at.line))),
            (Severity::Error, None) => return Err(Error::of(scope.name(), text)),
            // It was there before, and the user has allowed it.
            (_, None) => {}
        }
    }
    Ok(())
}

/// Whether CloudFormation would take it as an object and leave it as it is: it refuses `null`, takes
/// an object with a key such as `Ref` for an intrinsic function, and reads numbers as floating-point ones.
fn is_plain(node: &Node<'_>) -> bool {
    match &node.json {
        Json::Null => false,
        Json::Number(digits) => digits.len() <= 15 && !digits.contains(['e', 'E']),
        Json::Array(items) => items.iter().all(is_plain),
        Json::Object(members) => members.iter().all(|member| {
            let key = &member.key.value;
            key != "Ref" && !key.starts_with("Fn::") && is_plain(&member.value)
        }),
        _ => true,
    }
}
