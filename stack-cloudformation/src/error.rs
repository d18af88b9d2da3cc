//! What can go wrong when a template is made or packaged.

use stack_core::similar::nearest;
use std::fmt;

/// An error with the message that the user sees.
pub struct Error {
    message: String,
}

impl Error {
    /// An error with this message, which starts in lower case and has no full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Error { message: message.into() }
    }

    /// An error of a resource of the stack.
    pub(crate) fn of(resource: &str, message: impl fmt::Display) -> Self {
        Error { message: format!("`{resource}`: {message}") }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The same text: what `main` of a build script prints of an error is this form.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

/// The end of a message about a name that there is not: which one may be meant, if one is near.
pub(crate) fn did_you_mean(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!(": did you mean `{near}`?"),
        None => String::new(),
    }
}
