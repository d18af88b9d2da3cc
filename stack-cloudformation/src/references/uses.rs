//! Which resource uses which parameter of which other: in const code, for checks over the whole stack.

use crate::references::machine::Hole;

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
    /// Properties whose uses close no circle: [`Kind::LEAVES`](crate::kind::Kind::LEAVES).
    pub leaves: &'static [&'static str],
}

impl User {
    /// The number of its uses.
    pub(crate) const fn count(&self) -> usize {
        self.properties.len() + self.kind.len()
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
///     leaves: &[],
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
    /// Whether it closes no circle.
    pub(crate) leaf: bool,
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

/// The uses in a machine's holes.
pub const fn of_holes<const N: usize>(holes: &[Hole; N]) -> [Use; N] {
    let mut uses = [Use { resource: "", param: "", property: "" }; N];
    let mut i = 0;
    while i < N {
        if let Hole::Param(param) = &holes[i] {
            uses[i] = Use { resource: param.resource, param: param.name, property: "" };
        }
        i += 1;
    }
    uses
}

/// `a == b` in const code.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && starts_bytes(a.as_bytes(), b.as_bytes())
}

/// Whether `name` is `start`, or goes on after it with a dot.
const fn starts(name: &str, start: &str) -> bool {
    let (name, start) = (name.as_bytes(), start.as_bytes());
    starts_bytes(name, start) && (name.len() == start.len() || name[start.len()] == b'.')
}

/// Whether `bytes` starts with `start`. Calls are what costs most in const code, and patterns make none.
pub(crate) const fn starts_bytes(mut bytes: &[u8], mut start: &[u8]) -> bool {
    while let ([a, b, c, d, bytes_rest @ ..], [e, f, g, h, start_rest @ ..]) = (bytes, start) {
        if *a != *e || *b != *f || *c != *g || *d != *h {
            return false;
        }
        (bytes, start) = (bytes_rest, start_rest);
    }
    loop {
        match (bytes, start) {
            (_, []) => return true,
            ([a, bytes_rest @ ..], [b, start_rest @ ..]) if *a == *b => {
                (bytes, start) = (bytes_rest, start_rest);
            }
            _ => return false,
        }
    }
}

/// A hash of a name, of up to 31 bits.
pub(crate) const fn hash(name: &str) -> usize {
    let mut hash = 5381_u64;
    let mut rest = name.as_bytes();
    while let [first, others @ ..] = rest {
        // The mask keeps the product from overflowing, which costs less than to call `wrapping_mul`.
        hash = (hash * 33 + *first as u64) & 0x7fff_ffff;
        rest = others;
    }
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::{Use, User, Uses, of_holes, same, starts};
    use crate::references::machine::Hole;
    use crate::references::param::{Attribute, FunctionArn, Param};

    #[test]
    fn a_use_of_a_part_is_a_use_of_the_whole() {
        assert!(starts("url", "url"));
        assert!(starts("url.arn", "url"));
        assert!(!starts("urls", "url"));
        assert!(!starts("ur", "url"));
    }

    #[test]
    fn names_are_equal_as_a_whole() {
        assert!(same("bill", "bill"));
        assert!(!same("bill", "bills"));
        assert!(!same("bill", "hold"));
    }

    #[test]
    fn uses_of_properties_and_of_kinds_are_seen_and_those_of_others_are_not() {
        const USERS: &[User] = &[
            User {
                name: "hold",
                properties: &[Use { resource: "bill", param: "url", property: "" }],
                kind: &[],
                leaves: &[],
            },
            User {
                name: "bill",
                properties: &[],
                kind: &[Use { resource: "hold", param: "arn", property: "" }],
                leaves: &[],
            },
        ];
        assert!(Uses::new("bill", USERS).has("url"));
        assert!(!Uses::new("bill", USERS).has("arn"));
        assert!(Uses::new("hold", USERS).has("arn"));
        assert!(!Uses::new("hold", USERS).has("url"));
        assert_eq!(Uses::new("hold", USERS).name(), "hold");
    }

    #[test]
    fn only_the_parameters_among_the_holes_are_uses() {
        let arn = Param::<FunctionArn>::new("bill", "arn", "Function", Attribute::Ref);
        let uses = of_holes(&[Hole::Integration("lambda:invoke"), Hole::param(arn)]);
        assert_eq!(
            uses,
            [
                Use { resource: "", param: "", property: "" },
                Use { resource: "bill", param: "arn", property: "" }
            ]
        );
    }
}
