//! The text of a definition in a file or a string, and the places in it.

use crate::sites::Spans;
use stack_core::read::{excerpt, line_col};
use stack_core::site::Site;

/// A definition's text and where it comes from.
#[derive(Debug)]
pub(crate) struct Text {
    /// The JSON.
    pub(crate) text: String,
    /// The path of its file, as it was written.
    pub(crate) file: Option<String>,
    /// The literal that holds or names it.
    pub(crate) spans: Spans,
}

impl Text {
    /// What a message about the place starts with. Tickets are byte offsets here.
    pub(crate) fn prefix(&self, site: Site) -> String {
        let (line, column) = line_col(&self.text, site);
        match &self.file {
            Some(file) => format!("{file}:{line}:{column}: "),
            None => format!("line {line}, column {column}: "),
        }
    }

    /// A message about the place, with the line that it is about.
    pub(crate) fn message(&self, site: Site, message: &str) -> String {
        format!("{}{message}\n{}", self.prefix(site), excerpt(&self.text, site))
    }

    /// The ticket for a ticket of the header: those lie behind the text.
    pub(crate) fn ticket(&self, header: Site) -> Site {
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        Site(end.saturating_add(1).saturating_add(header.0))
    }

    /// The header's ticket for such a ticket; none if the place is in the text.
    pub(crate) fn header_ticket(&self, site: Site) -> Option<Site> {
        let end = u32::try_from(self.text.len()).ok()?;
        site.0.checked_sub(end.checked_add(1)?).map(Site)
    }
}
