//! The state of one reading: sites, faults, findings, and what fills the holes.

use crate::declaration::{Allowance, Filling, FillingKind};
use crate::fault::Faults;
use crate::sites::{Sites, Spans};
use stack_core::finding::Findings;
use stack_core::json::{Hole, Json, Node, Site};

/// What a reading collects beside the value that it returns.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// The sites that were issued.
    pub(crate) sites: Sites,
    /// Faults of token shape.
    pub(crate) faults: Faults,
    /// Faults of the language that a reader sees.
    pub(crate) findings: Findings,
    /// What fills the holes.
    pub(crate) fillings: Vec<Filling>,
    /// Of strings with references in them: the number of what fills them.
    pub(crate) texts: Vec<(Site, u32)>,
    /// A string may have a placeholder.
    pub(crate) has_placeholders: bool,
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

    /// A value that is filled in later, with a number of its own.
    pub(crate) fn fill(&mut self, kind: FillingKind, site: Site, is_certain: bool) -> Json<'static> {
        let is_expression = matches!(kind, FillingKind::Expression { .. });
        let number = self.add_filling(kind, site, is_certain);
        Json::Hole(if is_expression { Hole::Expression(number) } else { Hole::Reference(number) })
    }

    /// The number of what fills a hole.
    pub(crate) fn add_filling(&mut self, kind: FillingKind, site: Site, is_certain: bool) -> u32 {
        let number = u32::try_from(self.fillings.len()).unwrap_or(u32::MAX);
        self.fillings.push(Filling { kind, site, is_certain });
        number
    }

    /// Remembers the number of what fills a text.
    pub(crate) fn add_text(&mut self, site: Site, number: u32) {
        let place = self.texts.partition_point(|(other, _)| *other < site);
        self.texts.insert(place, (site, number));
    }

    /// Remembers the first reference to a resource.
    pub(crate) fn refers(&mut self, spans: Spans, text: impl FnOnce() -> String) {
        self.first_reference.get_or_insert_with(|| (spans, text()));
    }

    /// Issues a site.
    pub(crate) fn site(&mut self, spans: impl Into<Spans>) -> Site {
        self.sites.add(spans)
    }
}
