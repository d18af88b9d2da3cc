//! Bare words: what one means is decided by the field it stands in.

use crate::declaration::FillingKind;
use crate::ident::{is_never_raw, plain};
use crate::parse::cursor::Cursor;
use crate::parse::place::Place;
use crate::parse::reader::Reader;
use crate::parse::run::{Run, run};
use crate::sites::Spans;
use proc_macro2::{Delimiter, TokenTree};
use stack_core::json::{Hole, Json, Node};
use stack_core::language::spec::Shape;

impl Reader {
    /// Reads the value that starts with an identifier.
    pub(crate) fn word(&mut self, cursor: &mut Cursor<'_>, place: Place) -> Node<'static> {
        let separators = if place.is_resource() { ".:-" } else { "." };
        let Some(run) = run(cursor, separators) else {
            return self.broken(cursor.span(), "expected a word", &[]);
        };
        if let Some(json) = constant(&run.text) {
            return Node::new(json, self.site(run.spans));
        }
        let is_arn = place.is_resource() && run.text.starts_with("arn:");
        if is_arn || self.goes_on(cursor, &run) {
            return self.too_much(cursor, place, run);
        }
        if run.is_open {
            let help = if run.text.ends_with('.') {
                "the name of a parameter must follow the `.`"
            } else {
                "a service integration is written as `batch:submitJob.sync`"
            };
            return self.broken(run.spans, format!("`{}` is incomplete", run.text), &[help]);
        }
        self.meaning(place, run)
    }

    /// What a complete run of words means.
    fn meaning(&mut self, place: Place, run: Run) -> Node<'static> {
        let spans = run.spans;
        let is_lone = run.path.as_ref().is_some_and(|path| path.len() == 1);
        let quote = format!("quote it: `\"{}\"`", run.text);
        match place {
            Place::Shape(Shape::StateName | Shape::Word(_)) if is_lone => self.text(run),
            Place::Shape(Shape::ErrorName | Shape::ErrorNames) => self.text(run),
            Place::Shape(Shape::StateName) => {
                self.broken(spans, format!("the state name `{}` is more than a word", run.text), &[&quote])
            }
            Place::Shape(Shape::Word(words)) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                let help = format!("this field takes one of {}", words.join(", "));
                self.broken(spans, format!("`{}` is more than a word", run.text), &[&help])
            }
            Place::Shape(Shape::Resource) if run.has_colon => self.integration(run),
            Place::Unknown if is_lone => self.text(run),
            _ => match run.path {
                Some(path) if path.len() > 1 && !path.iter().any(|word| is_never_raw(&plain(word))) => {
                    let site = self.site(spans);
                    self.refers(spans, || run.text);
                    let kind =
                        FillingKind::Reference { path, is_resource: place.is_resource(), declared: None };
                    Node::new(self.fill(kind, site, !matches!(place, Place::Unknown)), site)
                }
                _ => {
                    let (message, help) = misplaced(place, &run.text);
                    let help: Vec<&str> = help.iter().map(String::as_str).collect();
                    self.broken(spans, message, &help)
                }
            },
        }
    }

    fn text(&mut self, run: Run) -> Node<'static> {
        let site = self.site(run.spans);
        self.sites.keep_pieces(site, run.pieces);
        Node::new(Json::String(run.text.into()), site)
    }

    fn integration(&mut self, run: Run) -> Node<'static> {
        if run.text.contains("::") {
            let help = format!("write `{}`", run.text.replace("::", ":"));
            return self.broken(
                run.spans,
                "the parts of a service integration are separated by one `:`",
                &[&help],
            );
        }
        let site = self.site(run.spans);
        self.sites.keep_pieces(site, run.pieces);
        Node::new(Json::Hole(Hole::Integration(run.text.into())), site)
    }

    /// Whether tokens follow that must belong to the same value.
    fn goes_on(&self, cursor: &Cursor<'_>, run: &Run) -> bool {
        match cursor.peek() {
            None => false,
            Some(TokenTree::Punct(_)) => !cursor.at(',') && !cursor.at(';'),
            // A word right behind a word belongs to it, unless it is the key of the next member.
            Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => {
                !cursor.at_second(':') && !cursor.at_second('.') && !run.is_open
            }
            Some(TokenTree::Group(_)) => true,
        }
    }

    /// Reports a value that does not end where its words end, unless it is that of a field that does not exist.
    fn too_much(&mut self, cursor: &mut Cursor<'_>, place: Place, run: Run) -> Node<'static> {
        if matches!(place, Place::Unknown) {
            cursor.skip_to_comma();
            return Node::new(Json::Broken, self.site(run.spans));
        }
        let found = cursor.found();
        let is_call = matches!(cursor.peek(), Some(TokenTree::Group(_)));
        let is_path = cursor.at(':');
        let first = run.text.clone();
        let mut text = run.text;
        let mut last = run.spans.last;
        let mut is_word = true;
        while let Some(token) = cursor.peek().filter(|_| !cursor.at(',')) {
            let next_is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
            if is_word && next_is_word {
                text.push(' ');
            }
            is_word = next_is_word;
            match token {
                // All that stands in braces would hide what is wrong.
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => text.push_str(" { .. }"),
                _ => {
                    text.push_str(&token.to_string());
                    last = Spans::from(token).last;
                }
            }
            cursor.next();
        }
        let spans = Spans { first: run.spans.first, last };
        let quote = format!("quote it: `\"{text}\"`");
        // A path or a call can be nothing but Rust.
        let is_rust = is_call || (is_path && text.contains("::"));
        let expression = if is_rust && text.len() <= 40 { text.as_str() } else { "expr" };
        let expression = format!("a Rust expression goes in parentheses: `({expression})`");
        let help = [expression.as_str(), "a string goes in quotes"];
        match place {
            Place::Shape(Shape::StateName) => {
                self.broken(spans, format!("the state name `{text}` is more than a word"), &[&quote])
            }
            Place::Shape(Shape::ErrorName | Shape::ErrorNames) => {
                self.broken(spans, format!("the error name `{text}` is more than words and dots"), &[&quote])
            }
            Place::Shape(Shape::Resource) if text.starts_with("arn:") => {
                self.broken(spans, "an ARN goes in quotes", &[&format!("write `\"{text}\"`")])
            }
            Place::Shape(Shape::Resource) => {
                let help = "a service integration is written as `batch:submitJob.sync`";
                self.broken(spans, format!("`{text}` is not a resource of a task"), &[help, &quote])
            }
            Place::Shape(Shape::Object(spec)) if is_path && !text.contains("::") => {
                let help = ["it goes in braces: `{ .. }`"];
                self.broken(spans, format!("expected {}, found `{first}`", spec.label), &help)
            }
            _ if is_call || is_path => self.broken(spans, format!("expected a value, found `{text}`"), &help),
            _ => self.broken(spans, format!("expected `,` after `{first}`, found {found}"), &help),
        }
    }
}

/// JSON's own words.
pub(crate) fn constant(text: &str) -> Option<Json<'static>> {
    match text {
        "true" => Some(Json::Bool(true)),
        "false" => Some(Json::Bool(false)),
        "null" => Some(Json::Null),
        _ => None,
    }
}

/// Whether it may be the name of a resource.
fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// What to say of a word that means nothing where it stands.
fn misplaced(place: Place, text: &str) -> (String, Vec<String>) {
    let expression = format!("a Rust expression goes in parentheses: `({text})`");
    let expected = |label: &str, help: Vec<String>| (format!("expected {label}, found `{text}`"), help);
    match place {
        _ if matches!(text, "True" | "TRUE") => expected("a value", vec!["in JSON, write `true`".into()]),
        _ if matches!(text, "False" | "FALSE") => expected("a value", vec!["in JSON, write `false`".into()]),
        _ if matches!(text, "None" | "nil" | "NULL" | "Null") => {
            expected("a value", vec!["in JSON, write `null`".into()])
        }
        Place::State => expected("a state", vec!["a state is written as `Task { .. }`".into()]),
        Place::Shape(Shape::Resource) => expected(
            "a resource",
            vec![
                format!(
                    "a function of the stack is written as `{}.arn`",
                    if is_name(text) { text } else { "bill_customer" }
                ),
                "a service integration is written as `batch:submitJob.sync`".into(),
                "an ARN goes in quotes".into(),
            ],
        ),
        Place::Shape(Shape::Bool) => expected("`true` or `false`", vec![expression]),
        Place::Shape(Shape::Integer(..) | Shape::Number(..)) => expected("a number", vec![expression]),
        Place::Shape(Shape::Object(spec)) => expected(spec.label, vec!["it goes in braces: `{ .. }`".into()]),
        Place::Shape(Shape::States) => expected("states", vec!["they go in braces: `{ .. }`".into()]),
        Place::Shape(Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
            let help = format!("{} goes in braces, and the list in brackets: `[{{ .. }}]`", spec.label);
            expected("a list", vec![help])
        }
        // Dotted, but with a word that no field can have.
        _ if text.contains('.') => expected("a value", vec![format!("quote it: `\"{text}\"`"), expression]),
        _ => expected(
            "a value",
            vec![
                format!("quote it: `\"{text}\"`"),
                format!("a reference names a parameter too: `{text}.arn`"),
                expression,
            ],
        ),
    }
}
