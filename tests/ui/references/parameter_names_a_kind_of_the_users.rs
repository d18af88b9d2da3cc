//! A kind of the user's own is none of what AWS takes, whatever it is called.

use stack::param::{ParamKind, Referent};
use stack::prelude::*;
use stack::scope::Scope;
use stack::{BelongsTo, Error, Kind, Uses};

enum Mailbox {}
enum MailboxName {}

impl ParamKind for MailboxName {
    const REFERENT: Referent = Referent::Own("a mailbox's name");
}

struct MailboxProperties;

impl MailboxProperties {
    const fn check(&self, _: &Uses) {}
}

stack::references! {
    /// What a mailbox gives to others.
    pub struct MailboxReferences {
        /// Its name.
        name: MailboxName = Ref("Queue");
        /// Of a kind that is not known.
        text: stack::param::Text = Ref("Queue");
    }
}

impl<S> BelongsTo<S> for Mailbox {}

impl Kind for Mailbox {
    type Properties = MailboxProperties;
    type References = MailboxReferences;
    const NEW: MailboxProperties = MailboxProperties;
    fn emit(_: &MailboxProperties, _: &mut Scope<'_>) -> Result<(), Error> {
        Ok(())
    }
}

#[derive(Stack)]
struct Post {
    inbox: Mailbox,

    process: StateMachine<Sorting>,
}

state_machine! {
    Sorting in Post {
        StartAt: first,
        States: {
            first: Task { Resource: dynamodb:getItem, Parameters: { TableName: inbox.name, Key: {} }, Next: second },
            second: Task { Resource: dynamodb:getItem, Parameters: { TableName: inbox.text, Key: {} }, End: true },
        },
    }
}

fn main() {}
