//! What a table of integrations says of a service and of its actions.

use super::parameter::Parameter;

/// A service with optimized integrations.
#[derive(Debug)]
pub struct Service {
    /// Its name in a `Resource`: `dynamodb`.
    pub name: &'static str,
    /// What error names begin with, before the dot: `DynamoDB`; nothing if that is not known for certain.
    pub errors: &'static [&'static str],
    /// Its integrations.
    pub actions: &'static [Action],
}

/// An optimized integration: `dynamodb:getItem`.
#[derive(Debug)]
pub struct Action {
    /// Its name after the service's: `getItem`.
    pub name: &'static str,
    /// The patterns it has besides Request Response, which all have.
    pub patterns: &'static [Pattern],
    /// What its `Parameters` or `Arguments` may hold.
    pub parameters: &'static [Parameter],
    /// The members of the result of a Request Response; nothing if they are not known for certain.
    pub result: &'static [&'static str],
}

/// How a task waits for the work it has started. Without one (Request Response) it takes the answer to its call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// `.sync`: until the job has ended.
    Sync,
    /// `.sync:2`: the same, with the output as JSON instead of a string.
    Sync2,
    /// `.waitForTaskToken`: until the token is returned.
    Token,
}

impl Pattern {
    /// All patterns that have a suffix.
    pub const ALL: [Pattern; 3] = [Pattern::Sync, Pattern::Sync2, Pattern::Token];

    /// As it is written after the action, with the dot.
    pub const fn suffix(self) -> &'static str {
        match self {
            Pattern::Sync => ".sync",
            Pattern::Sync2 => ".sync:2",
            Pattern::Token => ".waitForTaskToken",
        }
    }
}
