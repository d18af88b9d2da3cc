//! The stack's template in the making, as far as its resources have been added.

use crate::error::Error;
use crate::references::uses::User;
use crate::template::Emitted;
use crate::template::attribute_substitutions::AttributeSubstitutions;
use crate::template::document::Document;
use crate::template::overrides::Override;
use crate::template::placeholders::Placeholder;
use std::fmt;

/// The template in the making, which the derive adds every resource to.
#[derive(Debug, Default)]
pub struct Builder {
    /// Whether the user brings a network along.
    pub(crate) own_vpc: bool,
    /// What the resources use of each other, if that matters to one of them.
    pub(crate) users: &'static [User],
    pub(crate) document: Document,
    /// The parts of what the stack shares that something needs, some of them more than once.
    pub(crate) shared_parts: Vec<&'static str>,
    /// What stands for attributes of resources that are not in the template.
    pub(crate) substitutions: AttributeSubstitutions,
    pub(crate) placeholders: Vec<(&'static str, &'static [Placeholder])>,
    pub(crate) overrides: Vec<(&'static str, &'static [Override])>,
    pub(crate) deferred: Vec<Deferred>,
    pub(crate) checks: Vec<Check>,
}

/// The rest of a resource, which depends on what others are.
pub(crate) struct Deferred(pub(crate) Box<EmitFn>);

type EmitFn = dyn FnOnce(&mut Builder) -> Result<(), Error>;

/// A check of a resource that looks at others.
pub(crate) struct Check(pub(crate) Box<CheckFn>);

type CheckFn = dyn FnOnce(&Emitted<'_>) -> Result<(), Error>;

impl fmt::Debug for Deferred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Deferred")
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Check")
    }
}

impl Builder {
    /// Says what the resources use of each other. What the derive calls if one is connected to another.
    pub fn know(&mut self, users: &'static [User]) {
        self.users = users;
    }

    /// Says what the placeholders in the texts of a resource's properties stand for. What the derive calls for
    /// `name = "orders-${AWS::Region}"`.
    pub fn fill_in(&mut self, name: &'static str, placeholders: &'static [Placeholder]) {
        self.placeholders.push((name, placeholders));
    }

    /// Says what the user changes in the parts of a resource. What the derive calls for `overrides = [..]`.
    pub fn override_with(&mut self, name: &'static str, overrides: &'static [Override]) {
        self.overrides.push((name, overrides));
    }
}
