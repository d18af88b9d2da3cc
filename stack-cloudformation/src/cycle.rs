//! Resources that need each other: CloudFormation cannot create them, so the stack does not compile.

use crate::text::ConstText;
use crate::uses::{Use, User, same};

/// Stops the compilation if resources need each other in a circle. `N` is the number of resources.
#[track_caller]
pub const fn refuse_cycles<const N: usize>(users: &[User; N]) {
    // A depth-first search with an explicit stack: const code must not recurse too deep.
    let mut state = [0u8; N]; // 0: new, 1: on the path, 2: done
    let mut path = [0usize; N];
    let mut next = [0usize; N];
    let mut start = 0;
    while start < N {
        if state[start] == 0 {
            let mut depth = 1;
            path[0] = start;
            state[start] = 1;
            while depth > 0 {
                let at = path[depth - 1];
                let Some(wanted) = nth(&users[at], next[at]) else {
                    state[at] = 2;
                    depth -= 1;
                    continue;
                };
                next[at] += 1;
                let to = position(users, wanted.resource);
                if to == N || state[to] == 2 {
                    continue;
                }
                if state[to] == 1 {
                    fail(users, &path, depth, to);
                }
                state[to] = 1;
                path[depth] = to;
                depth += 1;
            }
        }
        start += 1;
    }
}

/// The use number `n` of a resource.
const fn nth(user: &User, n: usize) -> Option<Use> {
    if n < user.properties.len() {
        Some(user.properties[n])
    } else if n - user.properties.len() < user.kind.len() {
        Some(user.kind[n - user.properties.len()])
    } else {
        None
    }
}

/// The resource of that name; `N` if there is none.
const fn position<const N: usize>(users: &[User; N], name: &str) -> usize {
    let mut i = 0;
    while i < N && !same(users[i].name, name) {
        i += 1;
    }
    i
}

#[track_caller]
const fn fail<const N: usize>(users: &[User; N], path: &[usize; N], depth: usize, to: usize) -> ! {
    let mut text = ConstText::new();
    let mut i = 0;
    while path[i] != to {
        i += 1;
    }
    text = text.push("resources need each other: ");
    while i < depth {
        text = text.push("`").push(users[path[i]].name).push("` -> ");
        i += 1;
    }
    text.push("`").push(users[to].name).push("`").fail()
}
