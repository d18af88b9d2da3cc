//! Which resource uses which parameter of which other: in const code, for checks over the whole stack.

use crate::compile_time::compare::{is_one_of, same, starts_bytes};

/// A use of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The resource it belongs to: a field of the stack, or `shared`. Empty: none.
    pub resource: &'static str,
    /// Its name after the resource's, such as `arn`.
    pub param: &'static str,
    /// The property that uses it. Empty: the type does.
    pub property: &'static str,
}

/// A resource of a stack and what it uses.
#[derive(Clone, Copy, Debug)]
pub struct User {
    /// The field.
    pub name: &'static str,
    /// What its `#[resource(..)]` uses.
    pub properties: &'static [Use],
    /// What its type uses.
    pub kind: &'static [Use],
    /// Properties whose uses are not cyclic: [`Kind::ACYCLIC_PROPERTIES`](crate::kind::Kind::ACYCLIC_PROPERTIES).
    pub acyclic_properties: &'static [&'static str],
}

impl User {
    /// The number of its uses.
    pub(crate) const fn count(&self) -> usize {
        self.properties.len() + self.kind.len()
    }

    /// Whether its type uses a resource: a machine's definition does that of the function that it calls.
    pub(crate) const fn has_in_type(&self, resource: &str) -> bool {
        let mut n = 0;
        while n < self.kind.len() {
            if same(self.kind[n].resource, resource) {
                return true;
            }
            n += 1;
        }
        false
    }

    /// Whether its use of a resource is not cyclic. What is connected to the machine that calls it answers that machine,
    /// with a policy that nothing refers to.
    pub(crate) const fn is_acyclic(&self, used: Use, of: &User) -> bool {
        let answers = same(used.property, "connect_to") && of.has_in_type(self.name);
        answers || is_one_of(used.property, self.acyclic_properties)
    }

    /// Its use number `n`; of those in the properties first. `None` after the last.
    pub(crate) const fn nth(&self, n: usize) -> Option<Use> {
        let properties = self.properties.len();
        if n < properties {
            Some(self.properties[n])
        } else if n - properties < self.kind.len() {
            Some(self.kind[n - properties])
        } else {
            None
        }
    }
}

/// What a stack's resources use of one of them: what a kind's `check` looks at.
///
/// ```
/// use stack_cloudformation::uses::{Use, User, Uses};
/// const BILL: User = User {
///     name: "bill",
///     properties: &[Use { resource: "hold", param: "url", property: "" }],
///     kind: &[],
///     acyclic_properties: &[],
/// };
/// const HOLD: Uses = Uses::new("hold", &[BILL]);
/// assert!(HOLD.has("url"));
/// assert!(!HOLD.has("arn"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Uses {
    name: &'static str,
    users: &'static [User],
    edges: &'static [Edge],
    first: usize,
}

/// A use in a [`Graph`](crate::references::cycle::Graph): a link of the list of all uses of one resource.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// The position of the resource that is used; [`NONE`] if it is none of the stack's fields.
    pub(crate) to: usize,
    /// Which parameter of it.
    pub(crate) param: &'static str,
    /// Whether it is not cyclic.
    pub(crate) acyclic: bool,
    /// The position of another use of the same resource; [`NONE`] at the end.
    pub(crate) next: usize,
}

/// No position.
pub(crate) const NONE: usize = usize::MAX;

impl Uses {
    /// What `users` use of the resource `name`.
    pub const fn new(name: &'static str, users: &'static [User]) -> Self {
        Uses { name, users, edges: &[], first: NONE }
    }

    /// The same from a list that is linked already, which does not look at the uses of others.
    pub(crate) const fn linked(name: &'static str, edges: &'static [Edge], first: usize) -> Self {
        Uses { name, users: &[], edges, first }
    }

    /// The resource's own name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether anything uses its parameter `param`, or one below it: `has("url")` is true of
    /// `url` and `url.arn`.
    pub const fn has(&self, param: &str) -> bool {
        let mut at = self.first;
        while at < self.edges.len() {
            if starts(self.edges[at].param, param) {
                return true;
            }
            at = self.edges[at].next;
        }
        let mut i = 0;
        while i < self.users.len() {
            let mut n = 0;
            while let Some(used) = self.users[i].nth(n) {
                if same(used.resource, self.name) && starts(used.param, param) {
                    return true;
                }
                n += 1;
            }
            i += 1;
        }
        false
    }
}

/// Whether `name` is `start`, or goes on after it with a dot.
const fn starts(name: &str, start: &str) -> bool {
    let (name, start) = (name.as_bytes(), start.as_bytes());
    starts_bytes(name, start) && (name.len() == start.len() || name[start.len()] == b'.')
}

#[cfg(test)]
mod tests {
    use super::{Use, User, Uses, starts};

    #[test]
    fn a_use_of_a_part_is_a_use_of_the_whole() {
        assert!(starts("url", "url"));
        assert!(starts("url.arn", "url"));
        assert!(!starts("urls", "url"));
        assert!(!starts("ur", "url"));
    }

    #[test]
    fn uses_of_properties_and_of_kinds_are_seen_and_those_of_others_are_not() {
        const USERS: &[User] = &[
            User {
                name: "hold",
                properties: &[Use { resource: "bill", param: "url", property: "" }],
                kind: &[],
                acyclic_properties: &[],
            },
            User {
                name: "bill",
                properties: &[],
                kind: &[Use { resource: "hold", param: "arn", property: "" }],
                acyclic_properties: &[],
            },
        ];
        assert!(Uses::new("bill", USERS).has("url"));
        assert!(!Uses::new("bill", USERS).has("arn"));
        assert!(Uses::new("hold", USERS).has("arn"));
        assert!(!Uses::new("hold", USERS).has("url"));
        assert_eq!(Uses::new("hold", USERS).name(), "hold");
    }
}
