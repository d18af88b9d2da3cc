//! A kind of one's own gives a parameter whose kind is misspelt.

use stack::param::{RoleName, QueueUrl};

stack::references! {
    struct MailboxReferences {
        url: QueueUrk = Ref("Queue");
        role: RoleName = Ref("Role");
        queue: struct MailboxQueueReferences {
            url: QueueUrl = Ref("Queue");
        }
    }
}

fn main() {}
