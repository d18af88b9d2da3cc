//! `${..}` in the strings of a definition: references, what every deployment has, declared substitutions, and the text
//! itself, `${!..}`.
//!
//! A string that is one placeholder becomes what that stands for. In any other, the definition keeps the text, as the
//! core knows it from files with placeholders, and a table says what fills it.

use crate::declaration::{FillingKind, Header, Substitution, SubstitutionValue};
use crate::ident::is_plain;
use crate::parse::place::{Fields, Place, ROOT};
use crate::parse::reader::Reader;
use crate::sites::Spans;
use crate::text::Text;
use proc_macro2::Span;
use stack_core::json::interpolation::{self, Hole, Notation};
use stack_core::json::{Hole as JsonHole, Json, Node, Site};
use stack_core::language::spec::Shape;
use stack_core::rules::documents::unfilled_placeholder::{self, Declared, report};
use stack_core::rules::documents::unknown_placeholder;
use stack_core::similar::nearest;
use std::borrow::Cow;

impl Reader {
    /// Puts into the strings of a definition what their placeholders stand for.
    pub(crate) fn interpolate(&mut self, root: &mut Node<'_>, header: &Header, source: Option<&Text>) {
        if !self.has_placeholders && header.substitutions.is_empty() {
            return;
        }
        let used = vec![false; header.substitutions.len()];
        let mut pass = Pass { reader: self, header, source, used, is_whole: true };
        pass.value(root, ROOT, "");
        pass.require_all_used();
    }
}

/// One walk over a definition.
struct Pass<'r> {
    reader: &'r mut Reader,
    header: &'r Header,
    /// The text that holds the definition, if it is one.
    source: Option<&'r Text>,
    /// Which substitutions were used.
    used: Vec<bool>,
    /// Nothing of the definition could not be read.
    is_whole: bool,
}

/// What a placeholder stands for.
enum Meaning {
    /// What fills it.
    Filling(FillingKind),
    /// What CloudFormation fills in by itself.
    Pseudo,
    /// Itself: IAM fills it in.
    Itself,
    /// What could not be read, which is reported.
    Broken,
    /// Nothing.
    Unknown,
}

impl Pass<'_> {
    fn value(&mut self, node: &mut Node<'_>, place: Place, key: &str) {
        match &mut node.json {
            Json::String(text) if text.contains("${") => self.text(node, place, key),
            Json::Array(items) => items.iter_mut().for_each(|item| self.value(item, place.item(), key)),
            Json::Object(members) => {
                let kind = members.iter().find(|member| member.key.value == "Type");
                let fields: Fields = match kind.and_then(|member| member.value.as_str()) {
                    Some(kind) => place.fields().with_type(kind),
                    None => place.fields(),
                };
                let is_payload = matches!(fields, Fields::Payload | Fields::States);
                for member in members {
                    if member.key.value.contains("${") {
                        let is_name = matches!(fields, Fields::States);
                        member.key.value = self.key(member.key.site, &member.key.value, is_name).into();
                    }
                    // Nobody runs what a comment says.
                    if member.key.value != "Comment" || is_payload {
                        let (place, _) = fields.member(&member.key.value);
                        let key = member.key.value.clone();
                        self.value(&mut member.value, place, &key);
                    }
                }
            }
            Json::Broken => self.is_whole = false,
            _ => {}
        }
    }

    fn text(&mut self, node: &mut Node<'_>, place: Place, key: &str) {
        // The core reports the field.
        let Some(written) = node.as_str().filter(|_| !matches!(place, Place::Unknown)) else { return };
        if let Some(constant) = self.constant(written, place) {
            node.json = constant;
            return;
        }
        let text = self.spliced(written).into_owned();
        let is_expression = text.trim_start().starts_with("{%");
        let is_name = is_name(place) || text.starts_with("arn:") || is_arn(key);
        // The partition is the deployment's anyway.
        let integration = text.strip_prefix("arn:${AWS::Partition}:states:::");
        if let Some(name) = integration.filter(|name| place.is_resource() && !name.contains("${")) {
            node.json = Json::Hole(JsonHole::Integration(name.to_owned().into()));
            return;
        }
        let (mut pattern, mut open, mut at, mut is_filled) = (String::new(), Vec::new(), 0, false);
        for hole in Notation::Sub.holes(&text) {
            if is_expression && !is_path(hole.name) && self.declared(hole.name).is_none() {
                continue;
            }
            let (before, name) = (text.get(at..hole.place.start).unwrap_or_default(), hole.name);
            let meaning = self.meaning(node.site, name, place.is_resource());
            let escaped = |text: &str| interpolation::escaped(&unescaped(text)).into_owned();
            match meaning {
                Meaning::Filling(kind) if hole.place == (0..text.len()) => {
                    node.json = self.reader.fill(kind, node.site, true);
                    return;
                }
                Meaning::Filling(kind) => {
                    let kind = part(kind);
                    let number = self.reader.add_filling(kind, node.site, true);
                    pattern.push_str(&format!("{}${{{number}}}", escaped(before)));
                }
                Meaning::Broken => {
                    node.json = Json::Broken;
                    return;
                }
                Meaning::Pseudo => pattern.push_str(&format!("{}${{{name}}}", escaped(before))),
                Meaning::Itself if !is_name => continue,
                Meaning::Itself | Meaning::Unknown => {
                    open.push(hole);
                    continue;
                }
            }
            at = hole.place.end;
            is_filled = true;
        }
        open.extend(interpolation::unclosed(&text).filter(|_| !is_expression));
        if !open.is_empty() {
            let has_arns = place.is_resource() || is_arn(key);
            self.report(node.site, &text, &open, is_name, has_arns);
            if is_name {
                node.json = Json::Broken;
                return;
            }
        }
        if is_filled {
            pattern.push_str(&interpolation::escaped(&unescaped(text.get(at..).unwrap_or_default())));
            let number = self.reader.add_filling(FillingKind::Text(pattern), node.site, true);
            self.reader.add_text(node.site, number);
            node.json = Json::String(text.into());
        } else {
            node.json = Json::String(unescaped(&text).into_owned().into());
        }
    }

    /// What a string is that is nothing but a placeholder for a number, `true` or `false`, where one of these is wanted.
    fn constant(&mut self, written: &str, place: Place) -> Option<Json<'static>> {
        let wanted = matches!(place, Place::Shape(Shape::Bool | Shape::Integer(..) | Shape::Number(..)));
        let name = written.strip_prefix("${")?.strip_suffix('}').filter(|_| wanted)?;
        let (number, Substitution { value: SubstitutionValue::Constant(json, _), .. }) =
            self.declared(name)?
        else {
            return None;
        };
        let json = json.clone();
        self.uses(number);
        Some(json)
    }

    /// Remembers that a substitution was used.
    fn uses(&mut self, number: usize) {
        if let Some(used) = self.used.get_mut(number) {
            *used = true;
        }
    }

    /// The text of a key, in which nothing is filled in but texts that the header declares.
    fn key(&mut self, site: Site, written: &str, is_name: bool) -> String {
        let text = self.spliced(written).into_owned();
        let (mut open, mut filled) = (Vec::new(), None);
        for hole in Notation::Sub.holes(&text) {
            match self.meaning(site, hole.name, false) {
                Meaning::Itself if !is_name => {}
                Meaning::Broken => {}
                Meaning::Itself | Meaning::Unknown => open.push(hole),
                Meaning::Filling(_) | Meaning::Pseudo => filled = Some(hole.name),
            }
        }
        self.report(site, &text, &open, is_name, false);
        if let Some(name) = filled {
            let message = format!("a key cannot hold `${{{name}}}`, which only the deployment knows");
            let help = format!("write `${{!{name}}}` for the text itself");
            match self.source {
                Some(source) => {
                    let message = source.message(site, &format!("{message}\nhelp: {help}"));
                    self.reader.faults.add(site, source.spans, message, &[]);
                }
                None => self.reader.fault(self.spans(site), message, &[&help]),
            }
        }
        unescaped(&text).into_owned()
    }

    /// The text with those that the header declares.
    fn spliced<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let (mut out, mut at) = (String::new(), 0);
        for Hole { name, place } in Notation::Sub.holes(text) {
            let Some((number, substitution)) = self.declared(name) else { continue };
            if let SubstitutionValue::Text(value) | SubstitutionValue::Constant(_, value) =
                &substitution.value
            {
                out.push_str(text.get(at..place.start).unwrap_or_default());
                out.push_str(value);
                at = place.end;
                self.uses(number);
            }
        }
        if at == 0 {
            return text.into();
        }
        (out + text.get(at..).unwrap_or_default()).into()
    }

    fn declared(&self, name: &str) -> Option<(usize, &Substitution)> {
        self.header.substitutions.iter().enumerate().find(|(_, declared)| declared.name == name)
    }

    fn meaning(&mut self, site: Site, name: &str, is_resource: bool) -> Meaning {
        if interpolation::is_pseudo_parameter(name) {
            return Meaning::Pseudo;
        }
        let spans = self.spans(site);
        let prefix = self.source.map(|source| source.prefix(site));
        if let Some((number, substitution)) = self.declared(name) {
            let SubstitutionValue::Reference(path) = &substitution.value else { return Meaning::Broken };
            let kind = FillingKind::Reference {
                path: path.clone(),
                is_resource,
                declared: Some(prefix.unwrap_or_default()),
            };
            let text = path.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
            let (first, last) = (path.first(), path.last());
            let spans = first.zip(last).map(|(first, last)| Spans { first: first.span(), last: last.span() });
            let spans = spans.unwrap_or(substitution.spans);
            self.uses(number);
            self.reader.refers(spans, || text);
            return Meaning::Filling(kind);
        }
        let Some((resource, param)) = name.split_once('.').filter(|_| is_reference(name)) else {
            return if interpolation::is_policy_variable(name) { Meaning::Itself } else { Meaning::Unknown };
        };
        self.reader.refers(spans, || name.into());
        // A field access at the place of the string would make rustc propose to write the field in its place.
        Meaning::Filling(FillingKind::ByName {
            resource: resource.into(),
            param: param.into(),
            is_resource,
            place: prefix.unwrap_or_default(),
            span: spans.first,
        })
    }

    fn spans(&self, site: Site) -> Spans {
        match self.source {
            Some(source) => source.spans,
            None => self.reader.sites.get(site).unwrap_or(Span::call_site().into()),
        }
    }

    fn report(&mut self, site: Site, text: &str, open: &[Hole<'_>], is_name: bool, has_arns: bool) {
        let rule = if is_name { &unknown_placeholder::RULE } else { &unfilled_placeholder::RULE };
        let declared: Vec<&str> = self.header.substitutions.iter().map(|it| it.name.as_str()).collect();
        let known = Declared { names: &declared, has_arns };
        report(rule, site, text, open, known, &self.reader.findings);
        // What a misspelt one means is not unused.
        for hole in open {
            let meant = nearest(hole.name, declared.iter().copied());
            if let Some(number) = meant.and_then(|meant| declared.iter().position(|name| *name == meant))
                && let Some(used) = self.used.get_mut(number)
            {
                *used = true;
            }
        }
    }

    fn require_all_used(&mut self) {
        // What could not be read may have them.
        if !self.is_whole || !self.reader.faults.list().is_empty() {
            return;
        }
        for (Substitution { name, spans, .. }, is_used) in self.header.substitutions.iter().zip(&self.used) {
            if *is_used {
                continue;
            }
            let message = format!("no string of the definition has `${{{name}}}`");
            self.reader.fault(*spans, message, &["leave it out"]);
        }
    }
}

/// The same in the middle of a text, which no task runs.
fn part(kind: FillingKind) -> FillingKind {
    match kind {
        FillingKind::Reference { path, declared, .. } => {
            FillingKind::Reference { path, is_resource: false, declared }
        }
        FillingKind::ByName { resource, param, place, span, .. } => {
            FillingKind::ByName { resource, param, is_resource: false, place, span }
        }
        other => other,
    }
}

/// Whether something is named there, or a value stands there that is no text.
fn is_name(place: Place) -> bool {
    match place {
        Place::Shape(shape) => matches!(
            shape,
            Shape::StateName
                | Shape::Resource
                | Shape::Word(_)
                | Shape::ErrorName
                | Shape::ErrorNames
                | Shape::Bool
                | Shape::Integer(..)
                | Shape::Number(..)
        ),
        Place::State => true,
        Place::Unknown => false,
    }
}

/// Whether the value of that key is an ARN.
fn is_arn(key: &str) -> bool {
    ["Arn", "ARN"].iter().any(|end| key.ends_with(end))
}

/// Whether it is a parameter of a resource: words of Rust, the first of them in small letters.
fn is_reference(name: &str) -> bool {
    let is_small = |first: char| first.is_ascii_lowercase() || first == '_';
    name.starts_with(is_small) && name.split('.').all(is_plain)
}

/// Whether it can be nothing but the name of a placeholder, which an object of JSONata can be nothing like.
fn is_path(name: &str) -> bool {
    name.strip_prefix("AWS::").unwrap_or(name).split(['.', '-']).all(is_plain)
}

/// The text that `${!` stands in for `${`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if text.contains("${!") { text.replace("${!", "${").into() } else { text.into() }
}
