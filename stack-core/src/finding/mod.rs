//! What a reader or a rule found, and where it goes until the check is over.

mod advice;
mod allow;
mod excerpt;
mod inside;
mod names;
mod printable;
mod rule;
mod suggestion;

pub use advice::Advice;
pub use allow::{Allow, Scope};
pub use excerpt::{excerpt, line_col};
pub use inside::Inside;
pub(crate) use names::names;
pub use printable::{is_command, is_unprintable, printable, shortened};
pub use rule::{Rule, Severity};
pub use suggestion::{Edit, Suggestion};

use crate::index::Index;
use crate::json::Site;
use std::cell::RefCell;
use std::ops::RangeInclusive;

/// One fault in one place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule it breaks.
    pub rule: &'static Rule,
    /// How bad it is: as its rule says, or less where something softens it.
    pub severity: Severity,
    /// The smallest wrong thing.
    pub site: Site,
    /// What is wrong: lower case start, names in backticks, no full stop. It is [`printable`].
    pub message: String,
    /// What is said below it, in this order.
    pub advice: Vec<Advice>,
}

impl Finding {
    /// One of which no more is known than its message.
    pub fn new(rule: &'static Rule, site: Site, message: String) -> Self {
        debug_assert!(!message.ends_with('.'), "message ends with a full stop: {message}");
        let message = printable::message(message);
        Finding { rule, severity: rule.severity, site, message, advice: Vec::new() }
    }

    /// Where in the string at its site it is.
    pub fn inside(&self) -> Option<&Inside> {
        self.advice.iter().find_map(|advice| match advice {
            Advice::Place(inside) => Some(inside),
            Advice::Note(_) | Advice::Suggestion(_) => None,
        })
    }

    /// How it can be mended.
    pub fn suggestions(&self) -> impl Iterator<Item = &Suggestion> {
        self.advice.iter().filter_map(|advice| match advice {
            Advice::Suggestion(suggestion) => Some(suggestion),
            Advice::Note(_) | Advice::Place(_) => None,
        })
    }

    /// What is printed below its message, each after `help:`; an excerpt is two lines in one.
    pub fn help(&self) -> impl Iterator<Item = String> {
        self.advice.iter().filter_map(Advice::text)
    }

    /// The whole text for a place that can show no more than text: `[rule-id] message`, help lines below.
    pub fn text(&self) -> String {
        self.with(self.help())
    }

    /// The same without the excerpt that shows where in a string it is: for a place that is no more than that.
    pub fn text_at_the_place(&self) -> String {
        let others = self.advice.iter().filter(|advice| !matches!(advice, Advice::Place(_)));
        self.with(others.filter_map(Advice::text))
    }

    fn with(&self, help: impl Iterator<Item = String>) -> String {
        let mut text = format!("[{}] {}", self.rule.id, self.message);
        for line in help {
            text.push_str("\nhelp: ");
            text.push_str(&line.replace('\n', "\n      "));
        }
        text
    }
}

/// The findings of one check. Rules share it, so it is written through `&`.
#[derive(Debug, Default)]
pub struct Findings {
    list: RefCell<Vec<Finding>>,
    copies: RefCell<Copies>,
}

/// Sites of values that are copies, as the aliases of YAML are, and the sites of what they are copies of; in the
/// order of the source.
pub type Copies = Vec<(Site, RangeInclusive<Site>)>;

impl Findings {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports a fault. The finding is recorded when the returned report is dropped,
    /// so that help lines can be added: `out.report(&RULE, site, "..").help("..")`.
    // Most checks find nothing, so what leads here is laid out for that.
    #[cold]
    pub fn report(&self, rule: &'static Rule, site: Site, message: impl Into<String>) -> Report<'_> {
        Report { findings: self, finding: Some(Finding::new(rule, site, message.into())) }
    }

    /// For another check of the same text, in which these values are copies.
    pub fn with_copies(copies: Copies) -> Self {
        Findings { list: RefCell::default(), copies: RefCell::new(copies) }
    }

    /// The value at a site is a copy of one at these sites: what is wrong with both is reported once.
    pub fn copied(&self, site: Site, of: RangeInclusive<Site>) {
        let mut copies = self.copies.borrow_mut();
        let at = copies.partition_point(|(other, _)| *other < site);
        copies.insert(at, (site, of));
    }

    /// The copies that were told.
    pub fn copies(&self) -> Copies {
        self.copies.borrow().clone()
    }

    /// Ends the check: the findings in the order of the source, each once.
    pub fn finish(self) -> Vec<Finding> {
        let mut list = in_order(self.list.into_inner());
        list.dedup_by(|a, b| a.site == b.site && a.rule.id == b.rule.id && a.message == b.message);
        let copies = self.copies.into_inner();
        if copies.is_empty() { list } else { without_copies(list, &copies) }
    }
}

/// The findings in the order of the source, and in that of their reports where they share a place.
fn in_order(list: Vec<Finding>) -> Vec<Finding> {
    let mut order = Vec::with_capacity(list.len());
    let (mut last, mut is_sorted) = (0, true);
    for (number, finding) in list.iter().enumerate() {
        let site = finding.site.0 as usize;
        order.push((site, number));
        is_sorted &= last <= site;
        last = site;
    }
    if is_sorted {
        return list;
    }
    order.sort_unstable();
    let mut unsorted = Vec::with_capacity(list.len());
    for finding in list {
        unsorted.push(Some(finding));
    }
    let mut sorted = Vec::with_capacity(unsorted.len());
    for (_, number) in order {
        sorted.extend(unsorted.get_mut(number).and_then(Option::take));
    }
    sorted
}

/// The findings without those in copies that were made in the original, or in another copy, too.
fn without_copies(list: Vec<Finding>, copies: &Copies) -> Vec<Finding> {
    // The number of its rule and message for each finding, and for each number where it was found.
    let mut texts = Vec::with_capacity(list.len());
    for finding in &list {
        texts.push(format!("{} {}", finding.rule.id, finding.message));
    }
    let (mut index, mut sites) = (Index::new(), Vec::<Vec<Site>>::new());
    let mut numbers = Vec::new();
    for (finding, text) in list.iter().zip(&texts) {
        let number = index.in_list(text, &mut sites);
        if let Some(sites) = sites.get_mut(number) {
            sites.push(finding.site);
        }
        numbers.push(number);
    }
    // The same text for findings that one of the originals would have had.
    let origin = |finding: &Finding, number: usize| {
        let at = copies.binary_search_by_key(&finding.site, |(copy, _)| *copy).ok()?;
        let (start, end) = copies.get(at)?.1.clone().into_inner();
        let sites = sites.get(number)?;
        let next = sites.get(sites.partition_point(|site| *site < start));
        let is_reported = next.is_some_and(|site| *site <= end);
        Some((is_reported, format!("{number} {} {}", start.0, end.0)))
    };
    let mut origins = Vec::with_capacity(list.len());
    for (finding, number) in list.iter().zip(numbers) {
        origins.push(origin(finding, number));
    }
    let mut seen = Index::new();
    let mut kept = Vec::new();
    for (finding, origin) in list.into_iter().zip(&origins) {
        if origin.as_ref().is_none_or(|(is_reported, origin)| !is_reported && seen.add(origin)) {
            kept.push(finding);
        }
    }
    kept
}

/// A finding that is about to be recorded.
#[derive(Debug)]
pub struct Report<'a> {
    findings: &'a Findings,
    finding: Option<Finding>,
}

impl Report<'_> {
    /// Makes it a warning if something softens it: what fails is caught, or fails in some executions only.
    pub fn warns_if(mut self, is_soft: bool) -> Self {
        if let Some(finding) = self.finding.as_mut().filter(|_| is_soft) {
            finding.severity = Severity::Warning;
        }
        self
    }

    /// Adds a line that says what to do, or what to write instead.
    pub fn help(mut self, advice: impl Into<Advice>) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.advice.push(advice.into().printable());
        }
        self
    }

    /// Shows the place inside of the string at the finding's site: `length` bytes from `offset` on.
    pub fn inside(self, text: &str, offset: usize, length: usize) -> Self {
        self.help(Advice::Place(Inside::new(text, offset, length)))
    }
}

impl Drop for Report<'_> {
    fn drop(&mut self) {
        if let Some(finding) = self.finding.take() {
            self.findings.list.borrow_mut().push(finding);
        }
    }
}
