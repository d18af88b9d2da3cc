//! What the roles of state machines have to allow: the permissions of every integration and of every action of
//! the AWS SDK, and the policies made of them. For the crate `stack`.
//!
//! ```
//! use stack_core::{json::Node, language::MachineType, model::Machine};
//! use stack_iam::{Derived, OwnMachine, policy};
//! let state = Node::object([
//!     ("Type", "Task".into()),
//!     ("Resource", "arn:aws:states:::sns:publish".into()),
//!     ("Parameters", Node::object([("TopicArn", "arn:aws:sns:eu-west-1:111122223333:orders".into())])),
//! ]);
//! let root = Node::object([("StartAt", "tell".into()), ("States", Node::object([("tell", state)]))]);
//! let machine = Machine::new(&root, MachineType::Standard);
//! let derived = Derived::new(&machine, &[], &OwnMachine::in_file(None));
//! assert_eq!(derived.requirements[0].actions, ["sns:Publish"]);
//! assert_eq!(policy(&derived.requirements).statements().len(), 1);
//! ```

#[macro_use]
mod grant;
mod access_point;
mod authorization;
mod derive;
mod doubt;
mod extract;
pub mod intrinsic;
mod key;
mod known;
mod own_machine;
mod parameters;
mod policy;
mod requirement;
mod resolve;
mod sdk;
mod services;
mod template;
mod trust;

pub use derive::Derived;
pub use doubt::{Doubt, Open};
pub use known::{UnknownAction, unknown_action};
pub use own_machine::OwnMachine;
pub use parameters::Reference;
pub use policy::Policy;
pub use requirement::{Precision, Requirement, Resource, apply_grants, policy};
pub use services::all_revisions;
pub use trust::Trust;
