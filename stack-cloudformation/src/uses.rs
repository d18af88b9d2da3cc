//! Which resource uses which parameter of which other: in const code, for checks over the whole stack.

use crate::machine::Hole;

/// A use of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The resource it belongs to: a field of the stack, or `shared`. Empty: none.
    pub resource: &'static str,
    /// Its name after the resource's, such as `arn`.
    pub param: &'static str,
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
}

/// What a stack's resources use of one of them.
#[derive(Clone, Copy, Debug)]
pub struct Uses {
    name: &'static str,
    users: &'static [User],
}

impl Uses {
    /// What `users` use of the resource `name`.
    pub const fn new(name: &'static str, users: &'static [User]) -> Self {
        Uses { name, users }
    }

    /// The resource's own name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether anything uses its parameter `param`, or one below it: `has("url")` is true of
    /// `url` and `url.arn`.
    pub const fn has(&self, param: &str) -> bool {
        let mut i = 0;
        while i < self.users.len() {
            if self.any(self.users[i].properties, param) || self.any(self.users[i].kind, param) {
                return true;
            }
            i += 1;
        }
        false
    }

    const fn any(&self, uses: &[Use], param: &str) -> bool {
        let mut i = 0;
        while i < uses.len() {
            if same(uses[i].resource, self.name) && starts(uses[i].param, param) {
                return true;
            }
            i += 1;
        }
        false
    }
}

/// The uses in a machine's holes.
pub const fn of_holes<const N: usize>(holes: &[Hole; N]) -> [Use; N] {
    let mut uses = [Use { resource: "", param: "" }; N];
    let mut i = 0;
    while i < N {
        if let Hole::Param(param) = &holes[i] {
            uses[i] = Use { resource: param.resource, param: param.name };
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

const fn starts_bytes(name: &[u8], start: &[u8]) -> bool {
    if name.len() < start.len() {
        return false;
    }
    let mut i = 0;
    while i < start.len() {
        if name[i] != start[i] {
            return false;
        }
        i += 1;
    }
    true
}
