//! How deep a definition is nested, as far as the core goes.

use crate::parse::reader::Reader;
use proc_macro2::{Group, TokenTree};
use stack_core::json::read::MAX_DEPTH;
use stack_core::rules::documents::too_deep;

/// How many objects and arrays the cursor stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Depth(usize);

impl Depth {
    /// In the definition's own object.
    pub(crate) const ROOT: Depth = Depth(0);
}

impl Reader {
    /// One level deeper, if the core goes that deep; else that is reported.
    pub(crate) fn deeper(&mut self, depth: Depth, group: &Group) -> Option<Depth> {
        if depth.0 < MAX_DEPTH {
            return Some(Depth(depth.0 + 1));
        }
        let site = self.site(&TokenTree::Group(group.clone()));
        self.findings.report(&too_deep::RULE, site, too_deep::message());
        None
    }
}
