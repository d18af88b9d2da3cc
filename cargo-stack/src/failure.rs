//! Why a command could not do what it was asked for, and the exit codes.

use stack_core::finding::printable;
use std::io;

/// The exit code if a file has errors.
pub(crate) const FAULTY: u8 = 1;

/// The exit code if a file cannot be read, the output cannot be written, or the arguments are wrong.
pub(crate) const UNUSABLE: u8 = 2;

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What a file says is wrong.
    Faulty(String),
    /// A file cannot be read.
    Unreadable(String),
    /// A file cannot be written.
    Unwritable(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl Failure {
    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Failure::Faulty(_) => FAULTY,
            Failure::Unreadable(_) | Failure::Unwritable(_) | Failure::Output(_) => UNUSABLE,
        }
    }

    /// What to tell the user; none if the reader of the output has closed it, and so has seen enough.
    pub(crate) fn message(&self) -> Option<String> {
        match self {
            Failure::Faulty(message) | Failure::Unreadable(message) | Failure::Unwritable(message) => {
                Some(message.clone())
            }
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Failure::Output(error) => Some(format!("the output cannot be written: {error}")),
        }
    }

    /// The same with the file's name in front, for commands that read several.
    pub(crate) fn in_file(self, file: &str) -> Self {
        let file = printable(file);
        match self {
            Failure::Faulty(message) => Failure::Faulty(format!("{file}: {message}")),
            Failure::Unreadable(message) => Failure::Unreadable(format!("{file}: {message}")),
            Failure::Unwritable(message) => Failure::Unwritable(message),
            Failure::Output(error) => Failure::Output(error),
        }
    }
}
