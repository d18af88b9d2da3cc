//! The text of a definition in a file or a string, and the places in it.

use crate::sites::Spans;
use stack_core::finding::{excerpt, line_col};
use stack_core::json::Site;
use std::cell::OnceCell;
use std::ops::Range;

/// A definition's text and where it comes from.
#[derive(Debug)]
pub(crate) struct Text {
    /// The JSON or YAML.
    pub(crate) text: String,
    /// The path of its file, as it was written.
    pub(crate) file: Option<String>,
    /// The literal that holds or names it.
    pub(crate) spans: Spans,
    /// The bytes of each site of YAML, once that was read. In JSON sites are byte offsets.
    pub(crate) table: OnceCell<Vec<Range<usize>>>,
}

impl Text {
    /// The bytes of a place.
    fn range(&self, site: Site) -> Range<usize> {
        match self.table.get() {
            None => stack_core::json::range(&self.text, site),
            Some(table) => {
                // The end is where the last line ends, not behind the blank lines after it.
                let end = self.text.trim_end().len();
                let range = usize::try_from(site.0).ok().and_then(|number| table.get(number).cloned());
                range.filter(|range| range.start < end).unwrap_or(end..end)
            }
        }
    }

    /// What a message about the place starts with.
    pub(crate) fn prefix(&self, site: Site) -> String {
        let (line, column) = line_col(&self.text, self.range(site).start);
        match &self.file {
            Some(file) => format!("{file}:{line}:{column}: "),
            None => format!("line {line}, column {column}: "),
        }
    }

    /// A message about the place, with the line that it is about.
    pub(crate) fn message(&self, site: Site, message: &str) -> String {
        format!("{}{message}\n{}", self.prefix(site), excerpt(&self.text, self.range(site)))
    }

    /// The first site of the header: those lie behind the text's.
    fn first(&self) -> u32 {
        let last = self.table.get().map_or(self.text.len(), Vec::len);
        u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The site for a site of the header.
    pub(crate) fn site(&self, header: Site) -> Site {
        Site(self.first().saturating_add(header.0))
    }

    /// The header's site for such a site; none if the place is in the text.
    pub(crate) fn header_site(&self, site: Site) -> Option<Site> {
        site.0.checked_sub(self.first()).map(Site)
    }
}
