//! Bare words: what one means is decided by the field it stands in.

use crate::parse::cursor::Cursor;
use crate::parse::object::plain;
use crate::parse::place::Place;
use crate::parse::reader::Reader;
use crate::sites::Spans;
use proc_macro2::{Ident, TokenTree};
use stack_core::json::{Hole, Json, Node};
use stack_core::spec::Shape;

/// Words, and the punctuation between them.
#[derive(Debug)]
struct Run {
    text: String,
    /// The words, if all of them are identifiers.
    path: Option<Vec<Ident>>,
    spans: Spans,
    /// It holds a `:`.
    has_colon: bool,
    /// It ends in punctuation.
    is_open: bool,
}

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
        if run.is_open && !cursor.at('.') {
            let help = "after a `.`, the name of a parameter follows";
            let message = format!("`{}` is not whole", run.text);
            let node = self.broken(run.spans, message, &[help]);
            cursor.skip_to_comma();
            return node;
        }
        if self.goes_on(cursor, place, &run) {
            return self.too_much(cursor, place, run);
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
                let help = format!("one of {} stands here", words.join(", "));
                self.broken(spans, format!("`{}` is more than a word", run.text), &[&help])
            }
            Place::Shape(Shape::Resource) if run.has_colon => self.integration(run),
            Place::Unknown if is_lone => self.text(run),
            _ => match run.path {
                Some(path) if path.len() > 1 => {
                    let json = self.reference(path, spans, place.is_resource());
                    Node::new(json, self.site(spans))
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
        Node::new(Json::String(run.text.into()), self.site(run.spans))
    }

    fn integration(&mut self, run: Run) -> Node<'static> {
        if run.text.starts_with("arn:") {
            let help = format!("write `\"{}\"`", run.text);
            return self.broken(run.spans, "an ARN stands in quotes", &[&help]);
        }
        if run.text.contains("::") {
            let help = format!("write `{}`", run.text.replace("::", ":"));
            return self.broken(
                run.spans,
                "the parts of a service integration are separated by one `:`",
                &[&help],
            );
        }
        Node::new(Json::Hole(Hole::Integration(run.text.into())), self.site(run.spans))
    }

    /// Whether tokens follow that must belong to the same value.
    fn goes_on(&self, cursor: &Cursor<'_>, place: Place, run: &Run) -> bool {
        match cursor.peek() {
            None => false,
            Some(TokenTree::Punct(_)) => !cursor.at(',') && !cursor.at(';'),
            // A word right behind a state name belongs to it, unless it is the key of the next member.
            Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => {
                let is_name = matches!(place, Place::Shape(Shape::StateName | Shape::ErrorName));
                is_name && !cursor.at_second(':') && !cursor.at_second('.') && !run.is_open
            }
            Some(TokenTree::Group(_)) => true,
        }
    }

    /// Reports a value that does not end where its words end.
    fn too_much(&mut self, cursor: &mut Cursor<'_>, place: Place, run: Run) -> Node<'static> {
        let found = cursor.found();
        let is_call = matches!(cursor.peek(), Some(TokenTree::Group(_)));
        let is_path = cursor.at(':');
        let mut text = run.text;
        let mut last = run.spans.last;
        let mut is_word = true;
        while let Some(token) = cursor.peek().filter(|_| !cursor.at(',')) {
            let next_is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
            if is_word && next_is_word {
                text.push(' ');
            }
            is_word = next_is_word;
            text.push_str(&token.to_string());
            last = Spans::from(token).last;
            cursor.next();
        }
        let spans = Spans { first: run.spans.first, last };
        let quote = format!("quote it: `\"{text}\"`");
        let expression = "a Rust expression stands in parentheses: `(expr)`";
        match place {
            Place::Shape(Shape::StateName) => {
                self.broken(spans, format!("the state name `{text}` is more than a word"), &[&quote])
            }
            Place::Shape(Shape::ErrorName | Shape::ErrorNames) => {
                self.broken(spans, format!("the error name `{text}` is more than words and dots"), &[&quote])
            }
            Place::Shape(Shape::Resource) if text.starts_with("arn:") => {
                self.broken(spans, "an ARN stands in quotes", &[&format!("write `\"{text}\"`")])
            }
            Place::Shape(Shape::Resource) => {
                let help = "a service integration is written as `batch:submitJob.sync`";
                self.broken(spans, format!("`{text}` is not a resource of a task"), &[help, &quote])
            }
            _ if is_call || is_path => self.broken(
                spans,
                format!("expected a value, found `{text}`"),
                &[expression, "a text stands in quotes"],
            ),
            _ => self.broken(
                spans,
                format!("expected `,` after `{}`, found {found}", first_word(&text)),
                &[&quote, expression],
            ),
        }
    }
}

/// JSON's own words.
fn constant(text: &str) -> Option<Json<'static>> {
    match text {
        "true" => Some(Json::Bool(true)),
        "false" => Some(Json::Bool(false)),
        "null" => Some(Json::Null),
        _ => None,
    }
}

/// What to say of a word that means nothing where it stands.
fn misplaced(place: Place, text: &str) -> (String, Vec<String>) {
    let expression = format!("a Rust expression stands in parentheses: `({text})`");
    let expected = |what: &str, help: Vec<String>| (format!("expected {what}, found `{text}`"), help);
    match place {
        _ if matches!(text, "True" | "TRUE") => expected("a value", vec!["JSON's word is `true`".into()]),
        _ if matches!(text, "False" | "FALSE") => expected("a value", vec!["JSON's word is `false`".into()]),
        _ if matches!(text, "None" | "nil" | "NULL" | "Null") => {
            expected("a value", vec!["JSON's word is `null`".into()])
        }
        Place::State => expected("a state", vec!["a state is written as `Task { .. }`".into()]),
        Place::Shape(Shape::Resource) => expected(
            "a resource",
            vec![
                format!("a function of the stack is written as `{text}.arn`"),
                "a service integration is written as `batch:submitJob.sync`".into(),
                "an ARN stands in quotes".into(),
            ],
        ),
        Place::Shape(Shape::Bool) => expected("`true` or `false`", vec![expression]),
        Place::Shape(Shape::Integer(..) | Shape::Number(..)) => expected("a number", vec![expression]),
        Place::Shape(Shape::Object(spec)) => {
            expected(spec.what, vec!["it stands in braces: `{ .. }`".into()])
        }
        Place::Shape(Shape::States) => expected("states", vec!["they stand in braces: `{ .. }`".into()]),
        Place::Shape(Shape::List(spec) | Shape::OpenList(spec)) => {
            let help = format!("{} stands in braces, and the list in brackets: `[{{ .. }}]`", spec.what);
            expected("a list", vec![help])
        }
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

fn first_word(text: &str) -> &str {
    text.split([' ', ':', '-', '(', '+', '/', '#']).next().unwrap_or(text)
}

/// Reads identifiers and numbers with one of the separators between each two.
fn run(cursor: &mut Cursor<'_>, separators: &str) -> Option<Run> {
    let first = cursor.span();
    let mut run = Run {
        text: String::new(),
        path: Some(Vec::new()),
        spans: first.into(),
        has_colon: false,
        is_open: false,
    };
    loop {
        let Some(token) = cursor.peek() else { break };
        match token {
            TokenTree::Ident(ident) => {
                run.text.push_str(&plain(ident));
                if let Some(path) = &mut run.path {
                    path.push(ident.clone());
                }
            }
            TokenTree::Literal(literal) if is_number(&literal.to_string()) => {
                run.text.push_str(&literal.to_string());
                run.path = None;
            }
            _ => break,
        }
        run.is_open = false;
        run.spans.last = token.span();
        cursor.next();
        while let Some(token @ TokenTree::Punct(punct)) = cursor.peek() {
            let separator = punct.as_char();
            if !separators.contains(separator) {
                break;
            }
            run.text.push(separator);
            run.has_colon |= separator == ':';
            if separator != '.' {
                run.path = None;
            }
            run.is_open = true;
            run.spans.last = token.span();
            cursor.next();
        }
        if !run.is_open {
            break;
        }
    }
    (!run.text.is_empty()).then_some(run)
}

fn is_number(literal: &str) -> bool {
    literal.starts_with(|first: char| first.is_ascii_digit())
}
