//! Faults of token shape, which only a reader of tokens can see. Everything else is a finding of the core.

use crate::sites::Spans;
use stack_core::json::Site;

/// A fault and where it stands.
#[derive(Debug)]
pub(crate) struct Fault {
    /// What is wrong, and below it lines that say what to do.
    pub(crate) message: String,
    /// The site that came next, for the order.
    pub(crate) site: Site,
    /// The smallest wrong thing.
    pub(crate) spans: Spans,
}

/// The faults of one reading, in its order.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Fault>,
}

impl Faults {
    /// Records a fault at the site that comes next; `help` says what to do.
    pub(crate) fn add(&mut self, site: Site, spans: Spans, mut message: String, help: &[&str]) {
        debug_assert!(!message.ends_with('.'), "message ends with a full stop: {message}");
        for line in help {
            message.push_str("\nhelp: ");
            message.push_str(line);
        }
        self.list.push(Fault { message, site, spans });
    }

    /// All of them.
    pub(crate) fn list(&self) -> &[Fault] {
        &self.list
    }
}
