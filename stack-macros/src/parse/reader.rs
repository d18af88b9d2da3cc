//! The state of one reading: tickets, faults, findings, and what fills the holes.

use crate::declaration::{Allowance, Filling};
use crate::fault::Faults;
use crate::parse::directive::Directive;
use crate::sites::{Sites, Spans};
use proc_macro2::{Ident, TokenStream};
use stack_core::finding::Findings;
use stack_core::json::{Hole, Json, Node};
use stack_core::site::Site;

/// What a reading collects beside the value that it returns.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// The tickets that were issued.
    pub(crate) sites: Sites,
    /// Faults of token shape.
    pub(crate) faults: Faults,
    /// Faults of the language that a reader sees.
    pub(crate) findings: Findings,
    /// What fills the holes.
    pub(crate) fillings: Vec<Filling>,
    /// `#[allow(stack::..)]` attributes.
    pub(crate) allowances: Vec<Allowance>,
    /// The first reference to a resource, for the machine that names no stack.
    pub(crate) first_reference: Option<(Spans, String)>,
}

impl Reader {
    /// Reports a fault; `help` says what to do.
    pub(crate) fn fault(&mut self, spans: impl Into<Spans>, message: impl Into<String>, help: &[&str]) {
        self.faults.add(self.sites.next(), spans.into(), message.into(), help);
    }

    /// A value that could not be read, whose fault is reported here.
    pub(crate) fn broken(
        &mut self,
        spans: impl Into<Spans>,
        message: impl Into<String>,
        help: &[&str],
    ) -> Node<'static> {
        let spans = spans.into();
        self.fault(spans, message, help);
        Node::new(Json::Broken, self.sites.add(spans))
    }

    /// The hole that a reference leaves.
    pub(crate) fn reference(&mut self, path: Vec<Ident>, spans: Spans, is_resource: bool) -> Json<'static> {
        if self.first_reference.is_none() {
            let words: Vec<String> = path.iter().map(Ident::to_string).collect();
            self.first_reference = Some((spans, words.join(".")));
        }
        Json::Hole(Hole::Reference(self.fill(Filling::Reference { path, is_resource })))
    }

    /// The hole that a reference in a string leaves.
    pub(crate) fn directive(
        &mut self,
        directive: Directive,
        spans: Spans,
        place: String,
        is_resource: bool,
    ) -> Json<'static> {
        let Directive { resource, param, text } = directive;
        self.first_reference.get_or_insert((spans, text));
        let filling = Filling::ByName { resource, param, is_resource, place, spans };
        Json::Hole(Hole::Reference(self.fill(filling)))
    }

    /// The hole that a Rust expression leaves.
    pub(crate) fn expression(&mut self, tokens: TokenStream, spans: Spans) -> Json<'static> {
        Json::Hole(Hole::Expression(self.fill(Filling::Expression { tokens, spans })))
    }

    fn fill(&mut self, filling: Filling) -> u32 {
        let number = u32::try_from(self.fillings.len()).unwrap_or(u32::MAX);
        self.fillings.push(filling);
        number
    }

    /// Issues a ticket.
    pub(crate) fn site(&mut self, spans: impl Into<Spans>) -> Site {
        self.sites.add(spans)
    }
}
