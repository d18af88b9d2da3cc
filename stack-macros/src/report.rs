//! Findings and faults as Rust: errors as `compile_error!`, warnings as uses of deprecated constants.

use crate::fault::Faults;
use crate::sites::{Sites, Spans};
use crate::text::Text;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use stack_core::finding::{Finding, Severity};
use stack_core::json::Site;

/// Where sites lead.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    /// The tokens of sites.
    pub(crate) sites: Sites,
    /// The text, if the definition is one: sites are then offsets into it.
    pub(crate) text: Option<&'a Text>,
}

impl Places<'_> {
    /// The tokens of a site; none if it is a place in a text or was not issued here.
    pub(crate) fn tokens(&self, site: Site) -> Option<Spans> {
        match self.text {
            None => self.sites.get(site),
            Some(text) => self.sites.get(text.header_site(site)?),
        }
    }

    /// Where a finding is shown, and its message there.
    fn show(&self, finding: &Finding) -> (Spans, String) {
        // In several words, the ones that are meant: nothing has to be said of where in them it is.
        let inside = finding.inside().filter(|_| self.text.is_none());
        if let Some(spans) = inside.and_then(|inside| self.sites.inside(finding.site, &inside.bytes)) {
            return (spans, finding.text_at_the_place());
        }
        let message = finding.text();
        match (self.tokens(finding.site), self.text) {
            (Some(spans), _) => (spans, message),
            (None, Some(text)) => (text.spans, text.message(finding.site, &message)),
            (None, None) => (Span::call_site().into(), message),
        }
    }
}

/// All that is to be said of a machine, in the order of its tokens.
pub(crate) fn notes(faults: &Faults, findings: &[Finding], places: &Places<'_>) -> TokenStream {
    let mut notes: Vec<(Site, TokenStream)> = Vec::new();
    for fault in faults.list() {
        insert(&mut notes, fault.site, error(fault.spans, &fault.message));
    }
    for finding in findings {
        insert(&mut notes, finding.site, note(finding, places));
    }
    let mut tokens = TokenStream::new();
    for (_, note) in notes {
        tokens.extend(note);
    }
    tokens
}

/// Keeps notes in the order of their sites, and those of one site in the order in which they come.
fn insert(notes: &mut Vec<(Site, TokenStream)>, site: Site, note: TokenStream) {
    let place = notes.partition_point(|(other, _)| *other <= site);
    notes.insert(place, (site, note));
}

fn note(finding: &Finding, places: &Places<'_>) -> TokenStream {
    let (spans, message) = places.show(finding);
    match finding.severity {
        Severity::Error | Severity::Deny => error(spans, &message),
        Severity::Warning => warning(finding.rule.id, spans, &message),
    }
}

/// `::core::compile_error! { ".." }`, which rustc underlines from its first to its last token.
pub(crate) fn error(spans: Spans, message: &str) -> TokenStream {
    let punct = |character, spacing| {
        let mut punct = Punct::new(character, spacing);
        punct.set_span(spans.first);
        TokenTree::Punct(punct)
    };
    let mut literal = Literal::string(message);
    literal.set_span(spans.last);
    let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(literal).into());
    group.set_span(spans.last);
    TokenStream::from_iter([
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        TokenTree::Ident(Ident::new("core", spans.first)),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        TokenTree::Ident(Ident::new("compile_error", spans.first)),
        punct('!', Spacing::Alone),
        TokenTree::Group(group),
    ])
}

/// A constant that is named after the rule and deprecated with the message, and a use of it: stable
/// Rust has no other way for a macro to warn.
fn warning(rule: &str, spans: Spans, message: &str) -> TokenStream {
    let span = spans.first;
    let name = Ident::new(&rule.replace('-', "_"), span);
    let note = Literal::string(message);
    quote_spanned! {span=>
        const _: () = {
            #[deprecated(note = #note)]
            #[allow(non_upper_case_globals)]
            const #name: () = ();
            #name
        };
    }
}
